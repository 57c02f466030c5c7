import AWSWire
import Glibc
import JSONTree

/// Code of a function that lies in a bucket.
struct FunctionObject {
    /// Reaches S3.
    let dispatch: LambdaService.Dispatch

    /// Source: Lambda quotas, "Deployment package size".
    private static let bytesMax = 50 * 1_024 * 1_024

    /// The object's bytes, read as whoever makes the function.
    func read(_ bucket: String, _ key: String, version: String?, in context: RequestContext) async throws(ServiceError)
        -> [UInt8]
    {
        var own = RequestContext(
            territory: context.territory, requestID: context.requestID, endpoint: context.endpoint)
        (own.sender, own.roleARN, own.sessionName) = (context.sender, context.roleARN, context.sessionName)
        own.depth = context.depth
        var input: JSONObject = ["Bucket": .string(bucket), "Key": .string(key)]
        input["VersionId"] = version.map { .string($0) }
        let output: OperationOutput
        do throws(ServiceError) { output = try await dispatch("s3", "GetObject", .object(input), own) } catch {
            throw .invalidParameter(
                "Error occurred while GetObject. S3 Error Code: \(error.code). S3 Error Message: \(error.message)")
        }
        guard let file = output.file else { return output.rawBody ?? [] }
        guard file.count <= Self.bytesMax else {
            throw ServiceError(
                "InvalidParameterValueException",
                "Unzipped size must be smaller than 262144000 bytes, and a package no longer than \(Self.bytesMax).")
        }
        return Self.bytes(of: file)
    }

    private static func bytes(of file: FileSlice) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: file.count) { buffer, done in
            while done < file.count {
                let got = pread(
                    file.descriptor, buffer.baseAddress.map { $0 + done }, file.count - done, off_t(file.offset + done))
                guard got > 0 else { break }
                done += got
            }
        }
    }
}
