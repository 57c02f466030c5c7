import AWSWire
import JSONTree
import ResourceNames

/// `PublishVersion`. A version of an installed plugin stays with the build that is served now.
struct PublishVersion: AWSWire.Operation {
    static let name = "PublishVersion"
    let publishing: FunctionPublishing

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let function = try publishing.catalog.get(try FunctionName(unqualified: input, in: context))
        let version = try await publishing.publish(
            function, description: input["Description"]?.stringValue
        ) { latest throws(ServiceError) in
            try latest.checkRevision(input)
            let digest = latest.codeSHA256 ?? ""
            if let asked = input["CodeSha256"]?.stringValue, !asked.isEmpty, asked != digest {
                throw .invalidParameter(
                    "CodeSHA256 (\(asked)) is different from current CodeSHA256 in $LATEST (\(digest)). Please try again with the "
                        + "CodeSHA256 in $LATEST.")
            }
        }
        return OperationOutput(version.record.qualified(by: "\(version.number)").configuration, status: 201)
    }
}
