import AWSWire
import JSONTree
import ResourceNames

/// `GetAccountSettings`.
struct GetAccountSettings: AWSWire.Operation {
    static let name = "GetAccountSettings"
    let functions: FunctionLookup

    /// Source: Lambda developer guide, "Lambda quotas".
    private static let limits: [(String, Int64)] = [
        ("TotalCodeSize", 80_530_636_800), ("CodeSizeUnzipped", 262_144_000), ("CodeSizeZipped", 52_428_800),
        ("ConcurrentExecutions", 1_000),
    ]

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let all = functions.all(in: context.territory)
        let reserved = all.reduce(0) { $0 + ($1.reservedConcurrency ?? 0) }
        let size = all.reduce(0) { sum, record in
            if case .package(_, let count) = record.code { sum + count } else { sum }
        }
        var most = JSONObject(Self.limits.map { ($0.0, .integer($0.1)) })
        most["UnreservedConcurrentExecutions"] = .integer(Int64(1_000 - reserved))
        return OperationOutput([
            "AccountLimit": .object(most),
            "AccountUsage": ["TotalCodeSize": .integer(Int64(size)), "FunctionCount": .integer(Int64(all.count))],
        ])
    }
}
