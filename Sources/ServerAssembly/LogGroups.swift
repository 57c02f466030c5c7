import AWSWire
import JSONTree
import Logging
import LogsService
import ResourceNames
import Synchronization

/// Answers for the service of log groups, which Step Functions may not import.
struct LogGroups: Sendable {
    /// The way to another service.
    let caller: DispatcherAPICaller
    /// Times of events.
    let clock: any WallClock

    /// AWS's first word in a group, under AWS's name. Observed: once a machine is created with it.
    private static let firstStream = "log_stream_created_by_aws_to_validate_log_delivery_subscriptions"

    /// Whether a group is there. Without such a service every group is.
    func contains(_ arn: String, _ context: RequestContext) async -> Bool {
        guard let group = Self.name(of: arn) else { return false }
        do throws(ServiceError) {
            let output = try await caller.run(
                service: "logs", action: "DescribeLogGroups", input: ["logGroupNamePrefix": .string(group)],
                context: context)
            let groups = output.body["logGroups"]?.arrayValue ?? []
            return groups.contains { $0["logGroupName"]?.stringValue == group }
        } catch {
            return error.code == "UnknownOperationException"
        }
    }

    /// Writes the first event of a group, if it has none of the kind.
    func announce(_ arn: String, _ context: RequestContext) async {
        guard let group = Self.name(of: arn) else { return }
        let stream: JSONObject = ["logGroupName": .string(group), "logStreamName": .string(Self.firstStream)]
        var events = stream
        events["logEvents"] = [
            [
                "timestamp": .integer(clock.now.milliseconds),
                "message": .string("Executions of \(context.territory.account) write their events here."),
            ]
        ]
        do throws(ServiceError) {
            _ = try await caller.run(
                service: "logs", action: "CreateLogStream", input: .object(stream), context: context)
            _ = try await caller.run(service: "logs", action: "PutLogEvents", input: .object(events), context: context)
        } catch {
            // It is there already, or there are no groups: nothing depends on it.
        }
    }

    /// Whether the role of a function lets it write its log, as the gate of all actions has it. Who may not is told once.
    func admission(_ logger: Logger) -> LogsService.Admit {
        let told = Told()
        return { action, input, author, territory in
            var context = RequestContext(territory: territory, requestID: "", endpoint: "")
            (context.roleARN, context.sessionName) = (author.roleARN, author.sessionName)
            do throws(ServiceError) {
                try caller.admit(action, of: "logs", input, in: context)
                return true
            } catch {
                if told.isFirst(author) {
                    logger.warning(
                        "a function's log group gets nothing: its role does not allow it",
                        metadata: ["function": "\(author.sessionName)", "reason": "\(error.message)"])
                }
                return false
            }
        }
    }

    private static func name(of arn: String) -> String? {
        guard let parts = ARN(arn)?.resourceParts, parts.count >= 2, parts[0] == "log-group" else { return nil }
        return String(parts[1])
    }
}

/// Who was told of already; a bounded number.
private final class Told: Sendable {
    private static let most = 1_000
    private let authors = Mutex<Set<LogAuthor>>([])

    /// Whether somebody is told of for the first time.
    func isFirst(_ author: LogAuthor) -> Bool {
        authors.withLock { $0.count < Self.most && $0.insert(author).inserted }
    }
}
