// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `rdsdata`.
    static let rdsdata = ModelReader.read(
        #"""
        service rdsdata - - - - coral
        action batchExecuteStatement - BatchExecuteStatementResponse
        action beginTransaction - BeginTransactionResponse
        action commitTransaction - CommitTransactionResponse
        action executeSql - ExecuteSqlResponse
        action executeStatement - ExecuteStatementResponse
        action rollbackTransaction - RollbackTransactionResponse
        blob -blob
        boolean -boolean
        double -double
        integer -integer
        list ArrayOfArray ArrayValue -
        list ArrayValueList Value -
        list BooleanArray -boolean -
        list DoubleArray -double -
        list FieldList Field -
        list LongArray -integer -
        list Metadata ColumnMetadata -
        list Records Record -
        list Row Value -
        list SqlRecords FieldList -
        list SqlStatementResults SqlStatementResult -
        list StringArray -string -
        list UpdateResults UpdateResult -
        string -string
        string Id 0..192
        string TransactionStatus 0..128
        structure ArrayValue BooleanValues:BooleanArray LongValues:LongArray DoubleValues:DoubleArray StringValues:StringArray ArrayValues:ArrayOfArray
        structure BatchExecuteStatementResponse UpdateResults:UpdateResults
        structure BeginTransactionResponse TransactionId:Id
        structure ColumnMetadata Name:-string Type:-integer TypeName:-string Label:-string SchemaName:-string TableName:-string IsAutoIncrement:-boolean IsSigned:-boolean IsCurrency:-boolean IsCaseSensitive:-boolean Nullable:-integer Precision:-integer Scale:-integer ArrayBaseColumnType:-integer
        structure CommitTransactionResponse TransactionStatus:TransactionStatus
        structure ExecuteSqlResponse SqlStatementResults:SqlStatementResults
        structure ExecuteStatementResponse Records:SqlRecords ColumnMetadata:Metadata NumberOfRecordsUpdated:-integer GeneratedFields:FieldList FormattedRecords:-string
        structure Field IsNull:-boolean BooleanValue:-boolean LongValue:-integer DoubleValue:-double StringValue:-string BlobValue:-blob ArrayValue:ArrayValue
        structure Record Values:Row
        structure ResultFrame ResultSetMetadata:ResultSetMetadata Records:Records
        structure ResultSetMetadata ColumnCount:-integer ColumnMetadata:Metadata
        structure RollbackTransactionResponse TransactionStatus:TransactionStatus
        structure SqlStatementResult ResultFrame:ResultFrame NumberOfRecordsUpdated:-integer
        structure StructValue Attributes:ArrayValueList
        structure UpdateResult GeneratedFields:FieldList
        structure Value IsNull:-boolean BitValue:-boolean BigIntValue:-integer IntValue:-integer DoubleValue:-double RealValue:-double StringValue:-string BlobValue:-blob ArrayValues:ArrayValueList StructValue:StructValue
        """#)
}
