import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames
import StatesInterpreter
import StorageContract

/// `ListExecutions`, newest first: of a machine, or those that were started with one version or alias of it.
struct ListExecutions: AWSWire.Operation {
    static let name = "ListExecutions"
    /// Rows read at once.
    private static let rowsMax = 1_000
    let catalog: StateMachineCatalog
    let engine: ExecutionEngine
    let pages: PageTokens
    let limits: Limits

    /// A row with what the next page needs to go on after it.
    private typealias Row = (key: ExecutionKey, description: ExecutionDescription)
    typealias Position = (startedAt: Timestamp, key: ExecutionKey)

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        try Self.checkFilters(action)
        if action.text("mapRunArn") != nil { return try await children(of: action) }
        let reference = try action.reference()
        let target = try catalog.target(reference, chance: { 0 })
        guard !target.record.isExpress else { throw .typeNotSupported }
        let list = "executions:\(reference.text):\(action.text("statusFilter") ?? "")"
        var filter = ExecutionFilter(
            machine: ExecutionEngine.storedName(of: reference.machine),
            status: action.text("statusFilter").flatMap { ExecutionStatus(text: $0) }?.rawValue, limit: Self.rowsMax)
        filter.after = try Self.position(try pages.position(action.text("nextToken"), list: list))
        let (rows, next) = try await page(of: action.pageSize(), filter, reference)
        var output = JSONObject([("executions", .array(rows.map { Self.item($0.description) }))])
        if let next {
            output["nextToken"] = .string(
                pages.token("\(next.startedAt.milliseconds) \(next.key.high) \(next.key.low)", list: list))
        }
        return OperationOutput(.object(output))
    }

    /// Exactly one of machine and Map Run, and only the filters that go with it. Source: API reference; wording ours.
    private static func checkFilters(_ action: StatesInput) throws(ServiceError) {
        switch (action.text("stateMachineArn"), action.text("mapRunArn")) {
        case (nil, nil):
            throw .validation(
                "Either the stateMachineArn or the mapRunArn must be specified", reason: "MISSING_REQUIRED_PARAMETER")
        case (_?, _?):
            throw .validation("Only one of stateMachineArn and mapRunArn may be specified")
        case (nil, _?): break
        case (_?, nil):
            guard action.text("redriveFilter") == nil else {
                throw .validation("The redriveFilter can only be used with a mapRunArn")
            }
            guard action.text("statusFilter") != ExecutionStatus.pendingRedrive.text else {
                throw .validation("The statusFilter PENDING_REDRIVE can only be used with a mapRunArn")
            }
        }
    }

    /// The children of a Map Run.
    private func children(of action: StatesInput) async throws(ServiceError) -> OperationOutput {
        let run = try action.mapRun()
        let list = "children:\(run.id):\(action.text("statusFilter") ?? ""):\(action.text("redriveFilter") ?? "")"
        let after = try Self.position(try pages.position(action.text("nextToken"), list: list))
        let status = action.text("statusFilter").flatMap { ExecutionStatus(text: $0) }
        var rows: [Row]
        let description: MapRunDescription
        do throws(EngineFailure) {
            description = try await engine.mapRun(run)
            rows = try await engine.children(of: run, status: status, after: after, limit: action.pageSize() + 1)
        } catch {
            throw ServiceError(error, execution: run.text)
        }
        let hasMore = rows.count > action.pageSize()
        if hasMore { rows.removeLast() }
        let last = rows.last
        if let filter = action.text("redriveFilter") {
            rows.removeAll { ($0.description.details.redriveCount > 0) != (filter == "REDRIVEN") }
        }
        var output = JSONObject([("executions", .array(rows.map { Self.item($0.description, mapRun: description) }))])
        if hasMore, let last {
            output["nextToken"] = .string(
                pages.token("\(last.description.startedAt.milliseconds) \(last.key.high) \(last.key.low)", list: list))
        }
        return OperationOutput(.object(output))
    }

    /// Reads until the page is full, the list is over, or so much has been left out that the page ends early, as AWS's may.
    private func page(of size: Int, _ filter: ExecutionFilter, _ reference: StateMachineReference)
        async throws(ServiceError) -> (rows: [Row], next: Position?)
    {
        var filter = filter
        if case .machine = reference { filter.limit = size + 1 }
        var (page, scanned): ([Row], Int) = ([], 0)
        var last: Position?
        while true {
            let rows: [Row]
            do throws(EngineFailure) { rows = try await engine.list(filter) } catch { throw ServiceError(error) }
            for row in rows where row.description.details.wasStarted(with: reference) {
                if page.count == size { return (page, last) }
                page.append(row)
                last = (row.description.startedAt, row.key)
            }
            scanned += rows.count
            guard rows.count == filter.limit, let end = rows.last else { return (page, nil) }
            filter.after = (end.description.startedAt, end.key)
            if scanned >= limits.executionsScannedMax { return (page, filter.after) }
        }
    }

    static func position(_ text: String?) throws(ServiceError) -> Position? {
        guard let text else { return nil }
        let parts = text.split(separator: " ")
        guard parts.count == 3, let at = Int64(parts[0]), let high = UInt64(parts[1]), let low = UInt64(parts[2]) else {
            throw .invalidToken
        }
        return (Timestamp(milliseconds: at), ExecutionKey(high: high, low: low))
    }

    private static func item(_ description: ExecutionDescription, mapRun: MapRunDescription? = nil) -> JSON {
        var item = JSONObject([
            ("executionArn", .string(description.execution.text)),
            ("stateMachineArn", .string(description.execution.stateMachine.text)),
            ("name", .string(description.execution.name)), ("status", .string(description.status.text)),
            ("startDate", description.startedAt.json),
        ])
        if let stoppedAt = description.stoppedAt { item["stopDate"] = stoppedAt.json }
        let details = description.details
        if let mapRun {
            item["mapRunArn"] = .string(mapRun.arn.text)
            item["itemCount"] = .integer(Int64(details.itemCount(in: mapRun)))
        }
        if let version = details.stateMachineVersionARN { item["stateMachineVersionArn"] = .string(version) }
        if let alias = details.stateMachineAliasARN { item["stateMachineAliasArn"] = .string(alias) }
        item["redriveCount"] = .integer(Int64(details.redriveCount))
        if let redrivenAt = details.redriveDate { item["redriveDate"] = redrivenAt.json }
        return .object(item)
    }
}

extension ExecutionDetails {
    /// When it was redriven last. Source: API reference, DescribeExecution: not told of EXPRESS children, which a redrive starts anew.
    var redriveDate: Timestamp? { isExpress ? nil : redrivenAt }

    /// How many items a child of a Map Run works on.
    fileprivate func itemCount(in mapRun: MapRunDescription) -> Int {
        guard mapRun.items.total != mapRun.children.total else { return 1 }
        // What a child was given is JSON; batches differ in size.
        return (try? JSON.parse(input))?["Items"]?.arrayValue?.count ?? 1
    }

    /// Whether an ARN led to the execution.
    fileprivate func wasStarted(with reference: StateMachineReference) -> Bool {
        switch reference {
        case .machine, .label: true
        case .version: stateMachineVersionARN == reference.text
        case .alias: stateMachineAliasARN == reference.text
        }
    }
}
