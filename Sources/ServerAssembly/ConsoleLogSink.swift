import PluginHost
import ResourceNames
import WebConsole

/// Hands what functions write to their files, and to those who look on in the console.
struct ConsoleLogSink: FunctionLogSink {
    let log: FunctionLog
    let feed: ConsoleFeed
    let clock: any WallClock

    func append(function: String, lines: [UInt8], requestID: String) {
        log.append(function: function, lines: lines, requestID: requestID)
        feed.append(function: function, lines, requestID: requestID, at: clock.now.milliseconds)
    }
}
