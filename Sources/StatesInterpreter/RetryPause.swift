import ResourceNames
import StatesLanguage

extension Retrier {
    /// Works out how long to wait before a retry. Source: Amazon States Language, "Retrying after error"; full jitter follows the cap, as on AWS.
    ///
    /// - Parameter retry: The number of the retry, counted from 1.
    /// - Returns: Milliseconds.
    func pause(beforeRetry retry: Int, chance: inout Chance) -> Int64 {
        precondition(retry >= 1, "retries are counted from 1")
        let longest = min(maxDelaySeconds ?? 99_999_999, 99_999_999)
        var seconds = intervalSeconds
        var step = 1
        while step < retry, seconds < longest {
            seconds *= backoffRate
            step += 1
        }
        seconds = min(seconds, longest)
        if hasFullJitter { seconds *= chance.fraction() }
        return Int64(seconds * 1_000)
    }
}
