import PluginHost
import ResourceNames
import WebConsole

/// Hands what functions write to their files, to their log groups, and to those who look on in the console.
struct ConsoleLogSink: FunctionLogSink {
    let log: FunctionLog
    let groups: FunctionLogGroups
    let feed: ConsoleFeed
    let clock: any WallClock

    func append(_ output: FunctionOutput) {
        let now = clock.now
        log.append(output)
        groups.append(output, at: now)
        feed.append(function: output.function, output.lines, requestID: output.requestID, at: now.milliseconds)
    }
}
