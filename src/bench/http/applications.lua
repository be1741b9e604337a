-- Posts the applications of the examples one after the other, with NEW_REFERENCES each under a reference of its own, and tells in one line of numbers what came back.
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

-- answered, of them refused (a status of 400 or more), broken connections, microseconds: in all, the median's, of one in a hundred, the longest
function done(summary, latency)
    local errors = summary.errors
    io.write(string.format("RESULT %d %d %d %d %d %d %d\n",
        summary.requests, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
        summary.duration, latency:percentile(50), latency:percentile(99), latency.max))
end
