import AWSWire
import JSONTree
import ResourceNames
import StorageContract

/// AWS Key Management Service, as far as sealing needs it: symmetric keys with aliases, policies that are kept, and what is encrypted under them.
///
/// Keys are described by the store; their material lies in files of its own. Nothing of it is ever logged or answered.
package struct KMSService: Sendable {
    /// All actions, for the dispatcher.
    package let actions: ServiceActions
    /// The keys for parts of the program that are not this service.
    package let keyRing: KeyRing
    /// The tags of a key, by its ARN; `nil` for none that is there.
    package let tags: @Sendable (_ arn: String) -> [(key: String, value: String)]?
    private let catalogue: KeyCatalogue

    /// Reads the keys that exist.
    ///
    /// - Parameters:
    ///   - folder: Where the material of keys lies; made if need be.
    ///   - isDurable: Whether keys must outlive the machine's power.
    package init(store: any Store, folder: String, isDurable: Bool, clock: any WallClock) throws(StoreError) {
        let catalogue = try KeyCatalogue(
            store: store, vault: try KeyVault(folder: folder, isDurable: isDurable), clock: clock)
        self.catalogue = catalogue
        keyRing = KeyRing(catalogue: catalogue)
        tags = { text in
            guard let arn = ARN(text), arn.resource.hasPrefix("key/") else { return nil }
            return catalogue.key(id: String(arn.resource.dropFirst(4)))?.tags.textPairs
        }
        actions = ServiceActions(
            service: "kms", Self.keys(catalogue) + Self.attributes(catalogue) + Self.cryptography(catalogue))
    }

    /// Finds the key a service seals with when nobody names one, and makes it when it is needed first: `alias/aws/SERVICE`.
    package func ownKey(
        of service: String
    ) -> @Sendable (_ territory: Territory) async throws(ServiceError) -> String {
        { [catalogue] territory throws(ServiceError) in try await catalogue.ownKey(of: service, in: territory).arn }
    }

    /// Destroys keys whose waiting period is over, now and once an hour, until cancelled. They are unusable from the moment on, whenever this comes.
    ///
    /// - Parameter pause: Waits so long; throws when cancelled.
    package func runExpiry(pause: @Sendable (Duration) async throws -> Void) async throws {
        while true {
            try await expire()
            try await pause(Limits.expiryPause)
        }
    }

    /// Destroys keys whose waiting period is over.
    package func expire() async throws(ServiceError) { try await catalogue.expire() }

    private static func keys(_ catalogue: KeyCatalogue) -> [any Operation] {
        [
            CreateKey(catalogue: catalogue), DescribeKey(catalogue: catalogue), ListKeys(catalogue: catalogue),
            EnableKey(catalogue: catalogue), DisableKey(catalogue: catalogue),
            ScheduleKeyDeletion(catalogue: catalogue), CancelKeyDeletion(catalogue: catalogue),
            UpdateKeyDescription(catalogue: catalogue), GetKeyRotationStatus(catalogue: catalogue),
        ]
    }

    private static func attributes(_ catalogue: KeyCatalogue) -> [any Operation] {
        [
            CreateAlias(catalogue: catalogue), UpdateAlias(catalogue: catalogue), DeleteAlias(catalogue: catalogue),
            ListAliases(catalogue: catalogue), GetKeyPolicy(catalogue: catalogue), PutKeyPolicy(catalogue: catalogue),
            ListKeyPolicies(catalogue: catalogue), TagResource(catalogue: catalogue),
            UntagResource(catalogue: catalogue), ListResourceTags(catalogue: catalogue),
        ]
    }

    private static func cryptography(_ catalogue: KeyCatalogue) -> [any Operation] {
        [
            Encrypt(catalogue: catalogue), Decrypt(catalogue: catalogue), ReEncrypt(catalogue: catalogue),
            GenerateDataKey(catalogue: catalogue), GenerateDataKeyWithoutPlaintext(catalogue: catalogue),
            GenerateRandom(),
        ]
    }
}
