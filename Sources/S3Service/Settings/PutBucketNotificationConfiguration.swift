import AWSWire
import JSONTree
import StorageContract

/// `PutBucketNotificationConfiguration`: who is told of objects that come and go, instead of those who were.
struct PutBucketNotificationConfiguration: Operation {
    static let name = "PutBucketNotificationConfiguration"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        guard let json = input["NotificationConfiguration"], json.isObject else { throw .malformedXML }
        let configuration = try NotificationConfiguration(json, makeID: objects.ids.next)
        let bucket = try objects.buckets.bucket(of: request)
        var words: [PreparedWrite] = []
        if input["SkipDestinationValidation"]?.boolValue != true {
            words = try await objects.notices.trial(configuration, of: bucket, in: context)
        }
        do throws(ServiceError) {
            try await objects.buckets.change(request) { $0[.notification] = configuration.json }
        } catch {
            for word in words { word.settled(false) }
            throw error
        }
        do throws(StoreError) { try await objects.store.commit(words) } catch { throw .store(error) }
        return OperationOutput()
    }
}
