/// What a function printed and what its call took, for people: taken from its log, where Lambda's lines stand around what it printed.
struct InvocationSummary {
    /// What the function printed and logged, in order.
    private(set) var lines: [String] = []
    /// `0.42 ms`; empty when the log does not say.
    private(set) var duration = ""
    /// The time its process took to come up, when it had to.
    private(set) var start: String?
    /// The most its process had in memory; `nil` where that is not known.
    private(set) var memoryUsed: String?
    /// What it may have in memory.
    private(set) var memorySize = ""
    /// The log was longer than what is kept of it.
    let isCut: Bool

    /// Takes the end of a log apart.
    init(logTail: [UInt8], requestID: String) {
        let text = String(decoding: logTail, as: UTF8.self)
        isCut = !text.isEmpty && !text.hasPrefix("START ")
        for line in text.split(separator: "\n") {
            if line.hasPrefix("REPORT RequestId: \(requestID)") {
                read(report: line)
            } else if !line.hasPrefix("START RequestId: \(requestID)"), !line.hasPrefix("END RequestId: \(requestID)") {
                // There is one call, so its id says nothing.
                lines.append(line.split(separator: "\t").filter { $0 != requestID }.joined(separator: "  "))
            }
        }
    }

    private mutating func read(report: Substring) {
        for part in report.split(separator: "\t") {
            guard let colon = part.firstRange(of: ": ") else { continue }
            let value = String(part[colon.upperBound...])
            switch part[..<colon.lowerBound] {
            case "Duration": duration = value
            case "Init Duration": start = value
            case "Max Memory Used": memoryUsed = value == "0 MB" ? nil : value
            case "Memory Size": memorySize = value
            default: break
            }
        }
    }

    /// Log, duration and memory, a line each, what belongs together under each other.
    var text: String {
        let told = (isCut ? ["… the last 4 KiB:"] : []) + lines
        var parts = told.enumerated().map { ($0.offset == 0 ? "log" : "", $0.element) }
        if !duration.isEmpty { parts.append(("duration", duration + (start.map { ", and \($0) to start" } ?? ""))) }
        if !memorySize.isEmpty { parts.append(("memory", "\(memoryUsed ?? "not known") of \(memorySize)")) }
        return parts.map { "\($0.0.padded(10))\($0.1)" }.joined(separator: "\n")
    }
}
