-- Posts the applications of the examples one after the other, and prints one line of numbers. With NEW_REFERENCES each application has its own reference.
local bodies = {}
for line in io.lines(os.getenv("EXAMPLES")) do
    bodies[#bodies + 1] = line:match('"application": (%b{})')
end

local requests = {}
local next = 0
local references = os.getenv("NEW_REFERENCES") and 0
local headers

function init(args)
    headers = { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. os.getenv("API_KEY") }
    for i, body in ipairs(bodies) do
        requests[i] = wrk.format("POST", nil, headers, body)
    end
end

function request()
    next = next % #requests + 1
    if references then
        references = references + 1
        return wrk.format("POST", nil, headers, (bodies[next]:gsub('"reference": "[^"]*', "%0-" .. os.time() .. "-" .. references, 1)))
    end
    return requests[next]
end

-- responses, of them refused (status 400 or more), broken connections, microseconds: total, median, 99th percentile, longest
function done(summary, latency)
    local errors = summary.errors
    io.write(string.format("RESULT %d %d %d %d %d %d %d\n",
        summary.requests, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
        summary.duration, latency:percentile(50), latency:percentile(99), latency.max))
end
