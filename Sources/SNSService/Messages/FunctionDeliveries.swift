import AWSWire
import StorageContract

/// Performs deliveries to functions: after the commit that stored them, and after a restart those that were left.
struct FunctionDeliveries: Sendable {
    let store: any Store
    let surroundings: Surroundings

    /// Hands over one event outside the request at hand.
    func start(_ delivery: FunctionDelivery, attempt: Int = 0) {
        let pause: Duration = attempt == 0 ? .zero : .seconds(1 << min(attempt, 6))
        surroundings.later(pause) { await perform(delivery, attempt) }
    }

    /// Hands over what an earlier process left.
    func resume() throws(StoreError) {
        try store.eachResource(kind: ResourceKind.delivery) { id, bytes throws(StoreError) in
            guard let delivery = FunctionDelivery(id: id, bytes: bytes) else { return }
            start(delivery)
        }
    }

    /// A throttle or a failing service is tried again; a refusal ends the delivery, as in AWS.
    private func perform(_ delivery: FunctionDelivery, _ attempt: Int) async {
        do throws(ServiceError) {
            _ = try await surroundings.deliver(delivery.call())
        } catch {
            let isPassing = error.status >= 500 || error.status == 429
            if isPassing, attempt < Limits.deliveryRetriesMax { return start(delivery, attempt: attempt + 1) }
        }
        // A row that stays after a failed delete means one more delivery after a restart: at least once is the promise.
        _ = await store.commit(WriteUnit(mutations: [.deleteResource(kind: ResourceKind.delivery, key: delivery.id)]))
    }
}
