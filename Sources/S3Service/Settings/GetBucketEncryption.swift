import AWSWire
import JSONTree

/// `GetBucketEncryption`: how objects would be encrypted; AES256 unless something else was asked for, as in AWS.
struct GetBucketEncryption: Operation {
    static let name = "GetBucketEncryption"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let bucket = try objects.buckets.bucket(of: ActionInput(input))
        let standard: JSON = [
            "Rules": [["ApplyServerSideEncryptionByDefault": ["SSEAlgorithm": "AES256"], "BucketKeyEnabled": false]]
        ]
        return OperationOutput(["ServerSideEncryptionConfiguration": bucket[.encryption] ?? standard])
    }
}
