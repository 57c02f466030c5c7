import JSONTree

/// Rows of comma-separated values, RFC 4180 with other delimiters: each becomes an object of texts.
struct CSVReading {
    /// One byte between columns.
    let delimiter: UInt8

    /// Rows of cells; empty lines are left out.
    func rows(of text: [UInt8]) -> [[String]] {
        var rows: [[String]] = []
        var (row, cell): ([String], [UInt8]) = ([], [])
        var (isQuoted, position) = (false, text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        func finishRow() {
            if row.isEmpty, cell.isEmpty { return }
            row.append(String(decoding: cell, as: UTF8.self))
            rows.append(row)
            (row, cell) = ([], [])
        }
        while position < text.count {
            let byte = text[position]
            position += 1
            if isQuoted {
                guard byte == 0x22 else {
                    cell.append(byte)
                    continue
                }
                if position < text.count, text[position] == 0x22 {
                    cell.append(0x22)
                    position += 1
                } else {
                    isQuoted = false
                }
            } else if byte == 0x22, cell.isEmpty {
                isQuoted = true
            } else if byte == delimiter {
                row.append(String(decoding: cell, as: UTF8.self))
                cell = []
            } else if byte == 0x0A {
                finishRow()
            } else if byte != 0x0D || position < text.count && text[position] != 0x0A {
                cell.append(byte)
            }
        }
        finishRow()
        return rows
    }

    /// The item of a row. Observed on AWS: cells beyond the headers are left out, missing ones empty, a column without a name stands first.
    static func item(of row: [String], headers: [String]) -> JSON {
        var item = JSONObject()
        for column in headers.indices where headers[column].isEmpty {
            item[""] = .string(column < row.count ? row[column] : "")
        }
        for column in headers.indices where !headers[column].isEmpty {
            item[headers[column]] = .string(column < row.count ? row[column] : "")
        }
        return .object(item)
    }
}
