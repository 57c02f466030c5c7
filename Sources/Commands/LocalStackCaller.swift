import JSONTree
import ServerAssembly

/// CloudFormation of the server in this process.
struct LocalStackCaller: StackCaller {
    let server: Server

    func call(_ action: String, _ input: JSON) async throws -> JSON {
        try await server.call("cloudformation", action, input)
    }

    /// Into the bucket `newel-templates`, which is made if need be.
    func upload(_ text: String, key: String) async throws -> String {
        let bucket = "newel-templates"
        _ = try await server.call("s3", "CreateBucket", ["Bucket": .string(bucket)])
        _ = try await server.call(
            "s3", "PutObject", ["Bucket": .string(bucket), "Key": .string(key), "Body": .string(text)])
        return "s3://\(bucket)/\(key)"
    }
}
