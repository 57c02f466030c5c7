import AWSWire
import JSONTree

/// Executions of all machines by status, name, time, input and output.
enum SearchEndpoints {
    /// Executions looked at for one answer.
    private static let scannedMax = 2_000
    /// Executions of one answer.
    private static let foundMax = 200

    /// Its endpoints.
    static let routes: [ConsoleRoute] = [ConsoleRoute("GET", "search", search)]

    /// What is looked for.
    private struct Wish {
        let text: String
        let status: String
        let from: Int64
        let to: Int64

        /// The status by which AWS lists: waiting and retrying ones run.
        var listed: String { ["WAITING", "RETRYING"].contains(status) ? "RUNNING" : status }
    }

    /// `?q=&status=&from=&to=`, times in milliseconds; the newest first.
    private static func search(_ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        let wish = Wish(
            text: request.query["q"]?.lowercased() ?? "", status: request.query["status"] ?? "",
            from: request.query["from"].flatMap { Int64($0) } ?? .min,
            to: request.query["to"].flatMap { Int64($0) } ?? .max)
        var candidates: [(at: Int64, execution: JSON)] = []
        var isComplete = true
        for machine in try await request.all("states", "ListStateMachines", list: "stateMachines")
        where machine["type"]?.stringValue == "STANDARD" {
            var input: JSONObject = ["stateMachineArn": machine["stateMachineArn"] ?? .null, "maxResults": 1_000]
            if !wish.listed.isEmpty { input["statusFilter"] = .string(wish.listed) }
            let listed = try await request.all(
                "states", "ListExecutions", input, list: "executions", most: scannedMax)
            isComplete = isComplete && listed.count < scannedMax
            candidates += listed.map { ($0["startDate"]?.milliseconds.integerValue ?? 0, $0) }
        }
        candidates = candidates.filter { ($0.at >= wish.from) && $0.at <= wish.to }.sorted { $0.at > $1.at }
        isComplete = isComplete && candidates.count <= scannedMax
        var found: [JSON] = []
        var scanned = 0
        for (_, execution) in candidates.prefix(scannedMax) {
            guard found.count < foundMax else {
                isComplete = false
                break
            }
            scanned += 1
            if let item = try await fits(execution, wish, request) { found.append(item) }
        }
        return [
            "executions": .array(found), "scanned": .integer(Int64(scanned)), "isComplete": .bool(isComplete),
        ]
    }

    /// The execution as the list shows it, with where the text was found; `nil` when it is not meant.
    private static func fits(
        _ execution: JSON, _ wish: Wish, _ request: ConsoleRequest
    ) async throws(ServiceError) -> JSON? {
        var item = MachineEndpoints.run(execution).objectValue ?? [:]
        if execution["status"]?.stringValue == "RUNNING" {
            let phase = try await RunningPhase.of(execution, request)
            if let phase { item["phase"] = .string(phase.rawValue) }
            if wish.listed != wish.status, phase?.rawValue != wish.status { return nil }
        }
        guard !wish.text.isEmpty else { return .object(item) }
        if execution["name"]?.stringValue?.lowercased().contains(wish.text) == true {
            item["foundIn"] = "name"
            return .object(item)
        }
        let described = try await request.call(
            "states", "DescribeExecution", ["executionArn": execution["executionArn"] ?? .null])
        for place in ["input", "output", "error", "cause"] {
            guard described[place]?.stringValue?.lowercased().contains(wish.text) == true else { continue }
            item["foundIn"] = .string(place)
            return .object(item)
        }
        return nil
    }
}
