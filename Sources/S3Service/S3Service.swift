import AWSWire
import Platform
import ResourceNames
import StorageContract

/// Amazon S3, as far as tools and state machines need it: buckets, objects and uploads in a folder. Objects have no versions.
package struct S3Service: Sendable {
    /// All actions, for the dispatcher.
    package let actions: ServiceActions
    /// Objects for parts of the program that are not this service.
    package let objects: S3Objects
    private let inside: ObjectStore

    /// Opens a folder of objects; what is in it is described by the store.
    ///
    /// - Parameters:
    ///   - isDurable: Whether objects must outlive the machine's power.
    ///   - random: 64 random bits, for the names of files.
    package init(
        store: any Store, folder: String, isDurable: Bool = true, clock: any WallClock = SystemClock(),
        random: @escaping @Sendable () -> UInt64, surroundings: Surroundings
    ) throws {
        let objects = try ObjectStore(
            store: store, content: ContentFolder(path: folder, isDurable: isDurable), clock: clock,
            ids: ContentIDs(clock: clock, random: random), surroundings: surroundings)
        let uploads = UploadStore(objects: objects)
        inside = objects
        self.objects = S3Objects(objects: objects)
        actions = ServiceActions(
            service: "s3",
            Self.buckets(objects) + Self.settings(objects) + Self.contents(objects) + Self.parts(objects, uploads))
    }

    /// Removes what a killed process left behind. Run once, beside requests.
    package func sweep() async throws { try await inside.sweep() }

    /// Tells of objects those who asked to be told, until cancelled.
    package func run() async { await inside.notices.run() }

    private static func buckets(_ objects: ObjectStore) -> [any Operation] {
        [
            CreateBucket(objects: objects), HeadBucket(objects: objects), DeleteBucket(objects: objects),
            ListBuckets(objects: objects), GetBucketLocation(objects: objects),
        ]
    }

    private static func settings(_ objects: ObjectStore) -> [any Operation] {
        [
            GetBucketVersioning(objects: objects), PutBucketVersioning(objects: objects),
            GetBucketEncryption(objects: objects), PutBucketEncryption(objects: objects),
            DeleteBucketEncryption(objects: objects), GetBucketPolicy(objects: objects),
            PutBucketPolicy(objects: objects), DeleteBucketPolicy(objects: objects),
            GetBucketTagging(objects: objects), PutBucketTagging(objects: objects),
            DeleteBucketTagging(objects: objects), GetPublicAccessBlock(objects: objects),
            PutPublicAccessBlock(objects: objects), DeletePublicAccessBlock(objects: objects),
            GetObjectTagging(objects: objects), PutObjectTagging(objects: objects),
            DeleteObjectTagging(objects: objects), GetBucketNotificationConfiguration(objects: objects),
            PutBucketNotificationConfiguration(objects: objects),
        ]
    }

    private static func contents(_ objects: ObjectStore) -> [any Operation] {
        [
            PutObject(objects: objects), GetObject(objects: objects), HeadObject(objects: objects),
            DeleteObject(objects: objects), DeleteObjects(objects: objects), CopyObject(objects: objects),
            ListObjects(objects: objects), ListObjectsV2(objects: objects),
        ]
    }

    private static func parts(_ objects: ObjectStore, _ uploads: UploadStore) -> [any Operation] {
        [
            CreateMultipartUpload(objects: objects), UploadPart(uploads: uploads), UploadPartCopy(uploads: uploads),
            CompleteMultipartUpload(uploads: uploads), AbortMultipartUpload(uploads: uploads),
            ListParts(uploads: uploads), ListMultipartUploads(uploads: uploads),
        ]
    }
}
