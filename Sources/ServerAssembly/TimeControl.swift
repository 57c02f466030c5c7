import AWSWire
import ExecutionEngine
import JSONTree
import Platform
import ResourceNames

/// `/_newel/time`: what time it is, and, under `--virtual-time`, what time it is to be.
///
/// GET answers `{"now", "virtual", "skip"}`. POST takes `{"advance": SECONDS}` and answers once all that was due has happened, or
/// `{"skip": true | false}`: whether the clock goes on by itself to the next end of a Wait state or pause before a retry.
struct TimeControl: Sendable {
    /// The clock that is moved; `nil` when the machine's clocks are in charge.
    let clock: VirtualClock?

    /// Seconds that one request may let pass: ten years.
    private static let secondsMax: Double = 315_360_000

    /// Answers a request.
    func answer(_ request: WireRequest) async -> WireReply {
        switch request.method {
        case "GET": return .json(200, state)
        case "POST": return await move(request)
        default: return .json(405, ["message": "GET or POST only."])
        }
    }

    private var state: JSON {
        guard let clock else { return ["now": .string(SystemClock().now.iso8601), "virtual": false] }
        return [
            "now": .string(clock.now.iso8601), "virtual": true, "skip": .bool(clock.skipping != .nothing),
        ]
    }

    private func move(_ request: WireRequest) async -> WireReply {
        guard let clock else {
            return .json(409, ["message": "Time is the machine's: start with 'newel up --virtual-time' to move it."])
        }
        let body: JSON
        do throws(JSONError) { body = try JSON.parse(request.body) } catch {
            return .json(400, ["message": .string("The body is not JSON: \(error.message)")])
        }
        if let skip = body["skip"]?.boolValue { clock.skipping = skip ? .waits : .nothing }
        if let advance = body["advance"] {
            guard let seconds = advance.doubleValue, (0...Self.secondsMax).contains(seconds) else {
                return .json(
                    400, ["message": "'advance' takes seconds from 0 to 315360000, for example {\"advance\": 3600}."])
            }
            await clock.advance(by: .milliseconds(Int64((seconds * 1_000).rounded())))
        } else if body["skip"] == nil {
            return .json(400, ["message": "Give {\"advance\": SECONDS} or {\"skip\": true}."])
        }
        return .json(200, state)
    }
}
