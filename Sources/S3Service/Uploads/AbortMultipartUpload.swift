import AWSWire
import JSONTree
import StorageContract

/// `AbortMultipartUpload`: ends an upload and throws its parts away.
struct AbortMultipartUpload: Operation {
    static let name = "AbortMultipartUpload"
    let uploads: UploadStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let gate = uploads.gates[try request.requiredText("UploadId")]
        await gate.enter()
        defer { gate.leave() }
        let upload = try await uploads.upload(request)
        let parts = try await uploads.parts(of: upload)
        try await uploads.objects.write(uploads.ending(upload))
        await uploads.objects.remove(parts.map(\.content), in: upload.place.bucket)
        return OperationOutput(status: 204)
    }
}
