import AWSWire
import JSONTree
import PluginHost
import ResourceNames

/// `PutFunctionConcurrency`: so many calls of a function at once, whatever others do; more are throttled.
struct PutFunctionConcurrency: AWSWire.Operation {
    static let name = "PutFunctionConcurrency"
    /// Source: Lambda developer guide, "Lambda quotas": concurrent executions of an account, and those that stay unreserved.
    private static let (accountMax, unreservedMin) = (1_000, 100)
    let catalog: FunctionCatalog

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let name = try FunctionName(unqualified: input, in: context)
        guard let wanted = input["ReservedConcurrentExecutions"]?.integerValue else {
            throw .required("reservedConcurrentExecutions")
        }
        guard wanted >= 0 else {
            throw ServiceError(
                "ValidationException",
                "1 validation error detected: Value '\(wanted)' at 'reservedConcurrentExecutions' failed to satisfy "
                    + "constraint: Member must have value greater than or equal to 0")
        }
        let record = try await catalog.changing { catalog throws(ServiceError) in
            var record = try catalog.get(name)
            let reserved = catalog.all(in: record.territory).filter { $0.name != record.name }
                .reduce(0) { $0 + ($1.reservedConcurrency ?? 0) }
            guard wanted <= Self.accountMax - Self.unreservedMin - reserved else {
                throw .invalidParameter(
                    "Specified ReservedConcurrentExecutions for function decreases account's "
                        + "UnreservedConcurrentExecution below its minimum value of [\(Self.unreservedMin)].")
            }
            record.reservedConcurrency = Int(wanted)
            try await catalog.replace(record)
            return record
        }
        return OperationOutput(record.concurrency)
    }
}

/// `GetFunctionConcurrency`: empty for a function that has none reserved.
struct GetFunctionConcurrency: AWSWire.Operation {
    static let name = "GetFunctionConcurrency"
    let functions: FunctionLookup

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput(try functions.get(input, in: context).concurrency)
    }
}

/// `DeleteFunctionConcurrency`.
struct DeleteFunctionConcurrency: AWSWire.Operation {
    static let name = "DeleteFunctionConcurrency"
    let catalog: FunctionCatalog

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let name = try FunctionName(unqualified: input, in: context)
        try await catalog.changing { catalog throws(ServiceError) in
            var record = try catalog.get(name)
            record.reservedConcurrency = nil
            try await catalog.replace(record)
        }
        return OperationOutput(status: 204)
    }
}

extension FunctionRecord {
    /// The members that tell of reserved concurrency.
    var concurrency: JSON {
        reservedConcurrency.map { ["ReservedConcurrentExecutions": .integer(Int64($0))] } ?? [:]
    }
}
