import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames
import StorageContract

/// Executions of all machines by status, name, time, input and output.
enum SearchEndpoints {
    /// Executions looked at for one answer.
    private static let scannedMax = 500
    /// Executions of one answer.
    private static let foundMax = 100

    /// Its endpoints.
    static let routes: [ConsoleRoute] = [ConsoleRoute("GET", "search", search)]

    /// What is looked for.
    private struct Wish {
        let text: String
        let status: String
        let from: Int64
        /// Where it begins: only what comes after this in the order of lists, the newest first.
        let after: (startedAt: Timestamp, key: ExecutionKey)?

        init(_ query: RequestQuery) {
            text = query["q"]?.lowercased() ?? ""
            status = query["status"] ?? ""
            from = query["from"].flatMap { Int64($0) } ?? .min
            let cursor = (query["cursor"] ?? "").split(separator: "-").compactMap { UInt64($0) }
            if cursor.count == 3 {
                after = (
                    Timestamp(milliseconds: Int64(clamping: cursor[0])), ExecutionKey(high: cursor[1], low: cursor[2])
                )
            } else {
                // No key comes before the least: of the next millisecond there is none.
                after = query["to"].flatMap { Int64($0) }.map {
                    (Timestamp(milliseconds: $0 &+ 1), ExecutionKey(high: 0, low: 0))
                }
            }
        }

        /// Whether an execution comes after the place where the search begins.
        func isAhead(_ row: Row) -> Bool {
            after.map { row.place < ($0.startedAt, $0.key.high, $0.key.low) } ?? true
        }

        /// The status by which lists are read: waiting and retrying ones run.
        var listed: ExecutionStatus? {
            ExecutionStatus(text: ["WAITING", "RETRYING"].contains(status) ? "RUNNING" : status)
        }
    }

    /// An execution that is looked at; of EXPRESS ones what holds it up is known.
    private struct Row {
        let key: ExecutionKey
        let description: ExecutionDescription
        var express: ListedExpress?

        /// Its place in lists: the newest first, and of the same instant by key.
        var place: (Timestamp, UInt64, UInt64) { (description.startedAt, key.high, key.low) }
    }

    /// `?q=&status=&from=&to=&cursor=`, times in milliseconds; the newest first, a part at a time: whoever has not got enough asks on with the cursor.
    private static func search(_ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        let wish = Wish(request.query)
        var (rows, total, isWhole) = ([Row](), 0, true)
        let express = await request.services.engine.express(in: request.context.territory)
        for machine in try await request.all("states", "ListStateMachines", list: "stateMachines") {
            guard let arn = machine["stateMachineArn"]?.stringValue.flatMap({ StateMachineARN($0) }) else { continue }
            try request.admit("ListExecutions", ["stateMachineArn": .string(arn.text)])
            guard machine["type"]?.stringValue == "STANDARD" else {
                // All that is known of them is in memory.
                let known = express.filter { $0.machine == arn.text && $0.stands(as: wish.status) }
                rows += known.map { Row(key: $0.key, description: $0.description, express: $0) }.filter(wish.isAhead)
                if request.query["cursor"] == nil { total += known.count }
                continue
            }
            do throws(EngineFailure) {
                let listed = try await request.services.engine.list(
                    ExecutionFilter(
                        machine: ExecutionEngine.storedName(of: arn), status: wish.listed?.rawValue, after: wish.after,
                        limit: scannedMax))
                isWhole = isWhole && listed.count < scannedMax
                rows += listed.map { Row(key: $0.key, description: $0.description) }
                // How many there are at all is told with the first part.
                if request.query["cursor"] == nil {
                    total += try await request.services.engine.count(of: arn, status: wish.listed)
                }
            } catch {
                throw ServiceError("ServiceUnavailable", "Executions cannot be listed: \(error)", status: 503)
            }
        }
        rows.sort { $0.place > $1.place }
        isWhole = isWhole && rows.count <= scannedMax
        var (found, scanned, last) = ([JSON](), 0, Row?.none)
        for row in rows.prefix(scannedMax) {
            guard row.description.startedAt.milliseconds >= wish.from else {
                isWhole = true
                break
            }
            guard found.count < foundMax else {
                isWhole = false
                break
            }
            (scanned, last) = (scanned + 1, row)
            if let item = try await fits(row, wish, request) { found.append(item) }
        }
        var answer = JSONObject([
            ("executions", .array(found)), ("scanned", .integer(Int64(scanned))), ("cursor", .null),
        ])
        if request.query["cursor"] == nil { answer["total"] = .integer(Int64(total)) }
        if !isWhole, let last {
            let (at, key) = (last.description.startedAt.milliseconds, last.key)
            answer["cursor"] = .string("\(at)-\(key.high)-\(key.low)")
        }
        return .object(answer)
    }

    /// The execution as the list shows it, with where the text was found; `nil` when it is not meant.
    private static func fits(
        _ row: Row, _ wish: Wish, _ request: ConsoleRequest
    ) async throws(ServiceError) -> JSON? {
        let execution = row.description
        let arn = JSON.string(execution.execution.text)
        var item = JSONObject([
            ("name", .string(execution.execution.pageName)), ("arn", arn), ("status", .string(execution.status.text)),
            ("startDate", .integer(execution.startedAt.milliseconds)),
            ("stopDate", execution.stoppedAt.map { .integer($0.milliseconds) } ?? .null),
            ("machine", .string(execution.execution.stateMachine.name)),
        ])
        if execution.status == .running {
            let phase: RunningPhase?
            if let express = row.express {
                phase = RunningPhase(express)
            } else {
                phase = try await RunningPhase.of(["executionArn": arn], request)
            }
            if let phase { item["phase"] = .string(phase.rawValue) }
            if ["WAITING", "RETRYING"].contains(wish.status), phase?.rawValue != wish.status { return nil }
        }
        guard !wish.text.isEmpty else { return .object(item) }
        if execution.execution.pageName.lowercased().contains(wish.text) {
            item["foundIn"] = "name"
            return .object(item)
        }
        let described = try await request.description(of: execution.execution)
        for place in ["input", "output", "error", "cause"] {
            guard described[place]?.stringValue?.lowercased().contains(wish.text) == true else { continue }
            item["foundIn"] = .string(place)
            return .object(item)
        }
        return nil
    }
}
