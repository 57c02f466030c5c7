import AWSWire
import JSONTree
import ResourceNames

/// `DescribeActivity`.
struct DescribeActivity: AWSWire.Operation {
    static let name = "DescribeActivity"
    let activities: Activities

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let record = try activities.get(try StatesInput(input).activity())
        return OperationOutput([
            "activityArn": .string(record.arn.text), "name": .string(record.arn.name),
            "creationDate": record.createdAt.json,
            "encryptionConfiguration": record.encryptionConfiguration ?? EncryptionConfiguration.standard,
        ])
    }
}
