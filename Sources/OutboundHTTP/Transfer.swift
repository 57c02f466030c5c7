import CCurl

/// One exchange as libcurl sees it: its handle, and what has come back so far.
///
/// Made by whoever asks, then touched by the thread of the loop alone.
final class Transfer: @unchecked Sendable {
    // Sendable: handed over once, through the loop's lock; `done` is called once.
    private let request: OutboundRequest
    private let done: @Sendable (Result<OutboundResponse, OutboundError>) -> Void
    private var handle: UnsafeMutableRawPointer?
    private var headerList: UnsafeMutablePointer<curl_slist>?
    /// Where libcurl writes what went wrong.
    private let problem = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    private var response = OutboundResponse(status: 0, reason: "", headers: [], body: [])
    private var isTooLarge = false

    /// Nothing is sent yet.
    init(_ request: OutboundRequest, done: @escaping @Sendable (Result<OutboundResponse, OutboundError>) -> Void) {
        self.request = request
        self.done = done
        problem.pointee = 0
    }

    deinit { problem.deallocate() }

    /// The handle with all options set; `nil` when libcurl has no memory or refuses one.
    func begin() -> UnsafeMutableRawPointer? {
        guard let handle = curl_easy_init() else { return nil }
        self.handle = handle
        return setOptions(handle) ? handle : nil
    }

    /// Hands over what libcurl says the exchange came to.
    func finish(_ code: CURLcode) {
        let words = String(cString: curl_easy_strerror(code))
        let detail = problem.pointee == 0 ? words : String(cString: problem)
        release()
        switch code {
        case CURLE_OK: done(.success(response))
        case CURLE_WRITE_ERROR where isTooLarge:
            done(.failure(OutboundError(.tooLarge, "The answer has more than \(request.responseBytesMax) bytes.")))
        case CURLE_OPERATION_TIMEDOUT: done(.failure(OutboundError(.timedOut, detail)))
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: done(.failure(OutboundError(.badURL, detail)))
        default: done(.failure(OutboundError(.unreachable, detail)))
        }
    }

    /// Ends it without an answer.
    func drop(_ error: OutboundError) {
        release()
        done(.failure(error))
    }

    private func release() {
        if let handle { curl_easy_cleanup(handle) }
        handle = nil
        curl_slist_free_all(headerList)
        headerList = nil
    }

    private func setOptions(_ handle: UnsafeMutableRawPointer) -> Bool {
        let user = Unmanaged.passUnretained(self).toOpaque()
        let milliseconds = max(1, request.timeout.components.seconds * 1_000 + request.timeout.milliseconds)
        var results = [
            newel_curl_set_text(handle, CURLOPT_URL, request.url),
            newel_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https"),
            newel_curl_set_number(handle, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1)),
            newel_curl_set_number(handle, CURLOPT_NOSIGNAL, 1),
            newel_curl_set_number(handle, CURLOPT_TIMEOUT_MS, Int(milliseconds)),
            // A connection of its own: on one that had gone stale libcurl would send the request twice.
            newel_curl_set_number(handle, CURLOPT_FRESH_CONNECT, 1),
            newel_curl_set_number(handle, CURLOPT_FORBID_REUSE, 1),
            newel_curl_keep_sockets(handle),
            newel_curl_set_reader(handle, CURLOPT_HEADERFUNCTION, readHeader),
            newel_curl_set_pointer(handle, CURLOPT_HEADERDATA, user),
            newel_curl_set_reader(handle, CURLOPT_WRITEFUNCTION, readBody),
            newel_curl_set_pointer(handle, CURLOPT_WRITEDATA, user),
            newel_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, problem),
        ]
        results += methodOptions(handle)
        for line in headerLines { headerList = curl_slist_append(headerList, line) }
        results.append(newel_curl_set_pointer(handle, CURLOPT_HTTPHEADER, headerList))
        return results.allSatisfy { $0 == CURLE_OK }
    }

    private func methodOptions(_ handle: UnsafeMutableRawPointer) -> [CURLcode] {
        // An answer to HEAD has no body, whatever its head says.
        if request.method == "HEAD" { return [newel_curl_set_number(handle, CURLOPT_NOBODY, 1)] }
        var results = [newel_curl_set_text(handle, CURLOPT_CUSTOMREQUEST, request.method)]
        if let body = request.body ?? (["POST", "PUT", "PATCH"].contains(request.method) ? [] : nil) {
            results.append(newel_curl_set_number(handle, CURLOPT_POSTFIELDSIZE, body.count))
            results.append(
                body.withUnsafeBufferPointer {
                    $0.withMemoryRebound(to: CChar.self) {
                        newel_curl_set_text(handle, CURLOPT_COPYPOSTFIELDS, $0.baseAddress ?? UnsafePointer(problem))
                    }
                })
        }
        return results
    }

    /// What libcurl would add by itself is taken out.
    private var headerLines: [String] {
        var lines = request.headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
        for name in ["Accept", "Content-Type", "Expect", "User-Agent"]
        where !request.headers.contains(where: { $0.isNamed(name) }) {
            lines.append("\(name):")
        }
        return lines
    }

    fileprivate func take(header line: String) {
        if line.hasPrefix("HTTP/") {
            // After `100 Continue` the real answer begins.
            let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
            response.status = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
            response.reason = parts.count > 2 ? String(parts[2]) : ""
            response.headers = []
        } else if let colon = line.firstIndex(of: ":") {
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            response.headers.append(HTTPField(String(line[..<colon]), String(value)))
        }
    }

    fileprivate func take(body: UnsafeRawBufferPointer) -> Bool {
        guard response.body.count + body.count <= request.responseBytesMax else {
            isTooLarge = true
            return false
        }
        response.body.append(contentsOf: body)
        return true
    }
}

extension Duration {
    /// The part below a second, in whole milliseconds.
    fileprivate var milliseconds: Int64 { components.attoseconds / 1_000_000_000_000_000 }
}

private let readHeader: @convention(c) (UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?) -> Int = {
    bytes, size, count, user in
    guard let bytes, let user else { return 0 }
    var line = String(decoding: UnsafeRawBufferPointer(start: bytes, count: size * count), as: UTF8.self)[...]
    while let last = line.unicodeScalars.last, last == "\r" || last == "\n" || last == " " || last == "\t" {
        line = Substring(line.unicodeScalars.dropLast())
    }
    Unmanaged<Transfer>.fromOpaque(user).takeUnretainedValue().take(header: String(line))
    return size * count
}

private let readBody: @convention(c) (UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?) -> Int = {
    bytes, size, count, user in
    guard let user else { return 0 }
    let body = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return Unmanaged<Transfer>.fromOpaque(user).takeUnretainedValue().take(body: body) ? size * count : 0
}
