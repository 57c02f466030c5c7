extension Store {
    /// Reads every row of a kind, page by page, on the calling thread.
    package func eachResource(kind: String, _ body: (_ key: String, _ bytes: [UInt8]) throws(StoreError) -> Void)
        throws(StoreError)
    {
        var after: String?
        repeat {
            let position = after
            let page = try readNow { reader throws(StoreError) in
                try reader.resources(kind: kind, keyPrefix: "", after: position, limit: resourcesPage)
            }
            for (key, bytes) in page { try body(key, bytes) }
            after = page.count == resourcesPage ? page.last?.key : nil
        } while after != nil
    }

    /// Every row of a kind whose key starts so, for callers that must not block.
    package func resources(kind: String, keyPrefix: String = "") async throws(StoreError) -> [(
        key: String, bytes: [UInt8]
    )] {
        var rows: [(key: String, bytes: [UInt8])] = []
        while true {
            let position = rows.last?.key
            let page = try await read { reader throws(StoreError) in
                try reader.resources(kind: kind, keyPrefix: keyPrefix, after: position, limit: resourcesPage)
            }
            rows += page
            if page.count < resourcesPage { return rows }
        }
    }
}
