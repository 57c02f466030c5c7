import ResourceNames

extension Timestamp {
    /// Seconds since 1970, as shapes carry times.
    var seconds: Double { Double(milliseconds) / 1_000 }

    /// The beginning of the second: S3 keeps times no finer, and `If-Modified-Since` cannot say more.
    var wholeSecond: Timestamp { Timestamp(milliseconds: milliseconds - milliseconds % 1_000) }
}
