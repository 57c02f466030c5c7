import AWSWire
import Digests
import JSONTree

/// Seals the values of `SecureString` parameters under keys of KMS, and opens them.
///
/// Source: Systems Manager user guide, "How AWS Systems Manager Parameter Store uses AWS KMS": up to 4 KiB are encrypted by the key itself, more
/// by a data key that lies beside them; either way a ciphertext is bound to the parameter's ARN.
struct SecretKeeper: Sendable {
    /// The key that is used when nobody names one.
    static let ownAlias = "alias/aws/ssm"
    /// What a ciphertext with its own data key begins with.
    private static let envelopeMark: UInt8 = 0xE0

    /// Reaches KMS.
    let run: SSMService.RunAction
    /// Finds the key behind `alias/aws/ssm`.
    let ownKey: SSMService.FindOwnKey

    /// The ciphertext of a value, in base64.
    func seal(
        _ value: String, of arn: String, under key: String, _ context: RequestContext
    ) async throws(ServiceError) -> String {
        let (key, context) = try await means(of: key, context)
        let plain = Array(value.utf8)
        guard plain.count > Limits.encryptedBytesMax else {
            let output = try await kms(
                "Encrypt",
                [
                    "KeyId": .string(key), "Plaintext": .string(Base64.encode(plain)),
                    "EncryptionContext": Self.bond(arn),
                ],
                context)
            return output["CiphertextBlob"]?.stringValue ?? ""
        }
        let output = try await kms(
            "GenerateDataKey", ["KeyId": .string(key), "KeySpec": "AES_256", "EncryptionContext": Self.bond(arn)],
            context)
        guard let dataKey = Self.bytes(output, "Plaintext"), let wrapped = Self.bytes(output, "CiphertextBlob") else {
            throw Self.damaged(arn)
        }
        let length = [UInt8(truncatingIfNeeded: wrapped.count >> 8), UInt8(truncatingIfNeeded: wrapped.count)]
        let sealed = AESGCM.seal(plain, key: dataKey, context: Array(arn.utf8))
        return Base64.encode([Self.envelopeMark] + length + wrapped + sealed)
    }

    /// The value of a ciphertext.
    func open(
        _ ciphertext: String, of arn: String, under key: String, _ context: RequestContext
    ) async throws(ServiceError) -> String {
        guard let bytes = Base64.decode(ciphertext) else { throw Self.damaged(arn) }
        let context = try await means(of: key, context).context
        guard bytes.first == Self.envelopeMark else {
            return String(decoding: try await decrypt(bytes, arn, context), as: UTF8.self)
        }
        guard bytes.count > 3 else { throw Self.damaged(arn) }
        let rest = bytes.dropFirst(3)
        let wrapped = rest.prefix(Int(bytes[1]) << 8 | Int(bytes[2]))
        let dataKey = try await decrypt(Array(wrapped), arn, context)
        guard let plain = AESGCM.open(rest.dropFirst(wrapped.count), key: dataKey, context: Array(arn.utf8)) else {
            throw Self.damaged(arn)
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// Which key is used, and as whom: the service's own key lets everybody of the account use it through the service.
    private func means(
        of key: String, _ context: RequestContext
    ) async throws(ServiceError) -> (key: String, context: RequestContext) {
        guard key == Self.ownAlias else { return (key, context) }
        var own = context
        own.sender = nil
        own.roleARN = nil
        return (try await ownKey(context.territory), own)
    }

    private func decrypt(
        _ ciphertext: [UInt8], _ arn: String, _ context: RequestContext
    ) async throws(ServiceError) -> [UInt8] {
        let output = try await kms(
            "Decrypt",
            ["CiphertextBlob": .string(Base64.encode(ciphertext)), "EncryptionContext": Self.bond(arn)], context)
        guard let plain = Self.bytes(output, "Plaintext") else { throw Self.damaged(arn) }
        return plain
    }

    /// Runs an action of KMS; what is wrong with the key is said as Systems Manager says it.
    private func kms(_ action: String, _ input: JSON, _ context: RequestContext) async throws(ServiceError) -> JSON {
        do throws(ServiceError) {
            return try await run("kms", action, input, context).body
        } catch {
            guard error.status < 500, error.code != "AccessDeniedException" else { throw error }
            throw ServiceError("InvalidKeyId", "\(error.message) (Service: AWSKMS; Error Code: \(error.code))")
        }
    }

    private static func bond(_ arn: String) -> JSON { ["PARAMETER_ARN": .string(arn)] }

    private static func bytes(_ output: JSON, _ member: String) -> [UInt8]? {
        output[member]?.stringValue.flatMap { Base64.decode($0) }
    }

    private static func damaged(_ arn: String) -> ServiceError {
        ServiceError(
            "InternalServerError", "What is stored as \(arn) cannot be decrypted: it was changed.", status: 500)
    }
}
