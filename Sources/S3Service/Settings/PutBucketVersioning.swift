import AWSWire
import JSONTree

/// `PutBucketVersioning`: kept and told again; objects have no versions here.
struct PutBucketVersioning: Operation {
    static let name = "PutBucketVersioning"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        guard let status = input["VersioningConfiguration"]?["Status"], status == "Enabled" || status == "Suspended"
        else { throw .malformedXML }
        try await objects.buckets.change(ActionInput(input)) { $0[.versioning] = ["Status": status] }
        return OperationOutput()
    }
}
