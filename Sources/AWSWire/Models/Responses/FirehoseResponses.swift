// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `firehose`.
    static let firehose = ModelReader.read(
        #"""
        service firehose - - - - coral
        action putRecord - PutRecordOutput
        action putRecordBatch - PutRecordBatchOutput
        boolean -boolean
        integer NonNegativeIntegerObject 0..
        list PutRecordBatchResponseEntryList PutRecordBatchResponseEntry - 1..500
        string -string
        string PutResponseRecordId 1..
        structure PutRecordBatchOutput FailedPutCount*:NonNegativeIntegerObject Encrypted:-boolean RequestResponses*:PutRecordBatchResponseEntryList
        structure PutRecordBatchResponseEntry RecordId:PutResponseRecordId ErrorCode:-string ErrorMessage:-string
        structure PutRecordOutput RecordId*:PutResponseRecordId Encrypted:-boolean
        """#)
}
