import AWSWire
import ResourceNames
import StorageContract

extension LogCatalogue {
    /// Deletes the oldest events of a group until no more than so many bytes are left, streams that have none left with them.
    func trim(_ key: GroupKey, to bytesMax: Int64) async throws(ServiceError) {
        let total = streams(of: key).reduce(0) { $0 + $1.byteCount }
        guard total > bytesMax else { return }
        let gate = gates[key.storeKey]
        await gate.enter()
        defer { gate.leave() }
        var excess = streams(of: key).reduce(0) { $0 + $1.byteCount } - bytesMax
        // Those whose last event is oldest: what a process that has ended wrote goes before what one writes now.
        let oldestFirst = streams(of: key).sorted { ($0.lastEvent ?? $0.createdAt) < ($1.lastEvent ?? $1.createdAt) }
        for stream in oldestFirst where excess > 0 {
            if stream.byteCount <= excess {
                excess -= stream.byteCount
                do throws(StoreError) { try await remove(stream) } catch { throw .store(error) }
            } else {
                excess -= try await shorten(stream, by: excess)
            }
        }
    }

    /// Deletes a stream's oldest events, so many bytes or a few more.
    ///
    /// - Returns: The bytes they had.
    private func shorten(_ stream: LogStream, by bytes: Int64) async throws(ServiceError) -> Int64 {
        var left = stream
        while stream.byteCount - left.byteCount < bytes {
            let old = try await oldest(of: left)
            if old.isEmpty { break }
            left = try await drop(old, of: left)
        }
        return stream.byteCount - left.byteCount
    }
}
