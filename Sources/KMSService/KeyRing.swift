import AWSWire
import Digests
import ResourceNames
import StorageContract

/// The keys, for those who seal data under them: answers at once, without an action. [any thread]
package struct KeyRing: KeyAuthority {
    let catalogue: KeyCatalogue

    package func usableKey(_ key: String, in territory: Territory) throws(KeyFailure) -> String {
        let found: KMSKey
        do throws(ServiceError) { found = try catalogue.keyOrAlias(key, in: territory) } catch {
            // Of keys of others nothing is told.
            if let arn = ARN(key), arn.account != territory.account { throw .denied(key: key) }
            throw .notFound(key: key)
        }
        try check("kms:GenerateDataKey", of: found, for: territory)
        _ = try material(of: found)
        return found.arn
    }

    package func wrapNew(under key: String, context: [(key: String, value: String)]) throws(KeyFailure) -> (
        plain: [UInt8], wrapped: [UInt8]
    ) {
        guard let id = ARN(key)?.resource.dropFirst(4), let found = catalogue.key(id: String(id)) else {
            throw .notFound(key: key)
        }
        let plain = SecureRandom.bytes(AESGCM.keyBytes)
        let wrapped = CiphertextBlob.seal(
            plain, keyID: found.id, material: try material(of: found), EncryptionContext(context))
        return (plain, wrapped)
    }

    package func unwrap(
        _ wrapped: [UInt8], in territory: Territory, context: [(key: String, value: String)]
    ) throws(KeyFailure) -> [UInt8] {
        guard let blob = CiphertextBlob(wrapped) else { throw .damaged(place: "a data key") }
        guard let found = catalogue.key(id: blob.keyID) else { throw .notFound(key: blob.keyID) }
        try check("kms:Decrypt", of: found, for: territory)
        guard let plain = blob.open(material: try material(of: found), EncryptionContext(context)) else {
            throw .damaged(place: "a data key")
        }
        return plain
    }

    private func check(_ action: String, of key: KMSKey, for territory: Territory) throws(KeyFailure) {
        guard KeyPolicy.admits(territory.account, to: action, under: key.policy) else { throw .denied(key: key.arn) }
    }

    private func material(of key: KMSKey) throws(KeyFailure) -> [UInt8] {
        switch key.state {
        case .disabled: throw .unusable(key: key.arn, .disabled)
        case .pendingDeletion: throw .unusable(key: key.arn, .pendingDeletion)
        case .enabled: break
        }
        guard let material = catalogue.vault.material(of: key.id) else { throw .unusable(key: key.arn, .unavailable) }
        return material
    }
}
