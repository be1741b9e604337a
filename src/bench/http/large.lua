-- Posts one application with a text of 900 kB repeatedly.
local body
for line in io.lines(os.getenv("EXAMPLES")) do
    body = line:match('"application": (%b{})')
    break
end
body = body:gsub('"reference": "[^"]*"', '"reference": "' .. string.rep("x", 900000) .. '"', 1)

wrk.method = "POST"
wrk.body = body
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer " .. os.getenv("API_KEY")

function done(summary, latency)
    local errors = summary.errors
    io.write(string.format("RESULT %d %d %d %d %d %d %d\n",
        summary.requests, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
        summary.duration, latency:percentile(50), latency:percentile(99), latency.max))
end
