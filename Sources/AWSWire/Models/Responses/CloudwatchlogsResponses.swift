// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `cloudwatchlogs`.
    static let cloudwatchlogs = ModelReader.read(
        #"""
        service cloudwatchlogs - - - - coral
        action createExportTask - CreateExportTaskResponse
        action describeExportTasks - DescribeExportTasksResponse
        action describeLogGroups - DescribeLogGroupsResponse
        action describeLogStreams - DescribeLogStreamsResponse
        action filterLogEvents - FilterLogEventsResponse
        action getLogEvents - GetLogEventsResponse
        action getQueryResults - GetQueryResultsResponse
        action putLogEvents - PutLogEventsResponse
        action startQuery - StartQueryResponse
        action stopQuery - StopQueryResponse
        boolean -boolean
        double -double
        integer -integer
        integer StoredBytes 0..
        integer Timestamp 0..
        list ExportTasks ExportTask -
        list FilteredLogEvents FilteredLogEvent -
        list InheritedProperties InheritedProperty -
        list LogGroups LogGroup -
        list LogStreams LogStream -
        list OutputLogEvents OutputLogEvent -
        list QueryResults ResultRows -
        list ResultRows ResultField -
        list SearchedLogStreams SearchedLogStream -
        string -string
        string DataProtectionStatus enum ACTIVATED,DELETED,ARCHIVED,DISABLED
        string EncryptionKey ..256
        string EntityRejectionErrorType enum InvalidEntity,InvalidTypeValue,InvalidKeyAttributes,InvalidAttributes,EntitySizeTooLarge,UnsupportedLogGroupType,MissingRequiredFields
        string EventMessage 1..
        string ExportDestinationBucket 1..512
        string ExportTaskId 1..512
        string ExportTaskName 1..512
        string ExportTaskStatusCode enum CANCELLED,COMPLETED,FAILED,PENDING,PENDING_CANCEL,RUNNING
        string GetQueryResultsNextToken ..1024
        string InheritedProperty enum ACCOUNT_DATA_PROTECTION
        string KmsKeyId ..256
        string LogGroupClass enum STANDARD,INFREQUENT_ACCESS,DELIVERY
        string LogGroupName 1..512
        string LogStreamName 1..512
        string NextToken 1..
        string QueryId 1..256
        string QueryLanguage enum CWLI,SQL,PPL
        string QueryStatus enum Scheduled,Running,Complete,Failed,Cancelled,Timeout,Unknown
        string SequenceToken 1..
        structure CreateExportTaskResponse TaskId:ExportTaskId
        structure DescribeExportTasksResponse ExportTasks:ExportTasks NextToken:NextToken
        structure DescribeLogGroupsResponse LogGroups:LogGroups NextToken:NextToken
        structure DescribeLogStreamsResponse LogStreams:LogStreams NextToken:NextToken
        structure ExportTask TaskId:ExportTaskId TaskName:ExportTaskName LogGroupName:LogGroupName From:Timestamp To:Timestamp Destination:ExportDestinationBucket DestinationPrefix:-string Status:ExportTaskStatus ExecutionInfo:ExportTaskExecutionInfo
        structure ExportTaskExecutionInfo CreationTime:Timestamp CompletionTime:Timestamp
        structure ExportTaskStatus Code:ExportTaskStatusCode Message:-string
        structure FilterLogEventsResponse Events:FilteredLogEvents SearchedLogStreams:SearchedLogStreams NextToken:NextToken
        structure FilteredLogEvent LogStreamName:LogStreamName Timestamp:Timestamp Message:EventMessage IngestionTime:Timestamp EventId:-string
        structure GetLogEventsResponse Events:OutputLogEvents NextForwardToken:NextToken NextBackwardToken:NextToken
        structure GetQueryResultsResponse QueryLanguage:QueryLanguage Results:QueryResults Statistics:QueryStatistics Status:QueryStatus EncryptionKey:EncryptionKey NextToken:GetQueryResultsNextToken
        structure LogGroup LogGroupName:LogGroupName CreationTime:Timestamp RetentionInDays:-integer MetricFilterCount:-integer Arn:-string StoredBytes:StoredBytes KmsKeyId:KmsKeyId DataProtectionStatus:DataProtectionStatus InheritedProperties:InheritedProperties LogGroupClass:LogGroupClass LogGroupArn:-string DeletionProtectionEnabled:-boolean BearerTokenAuthenticationEnabled:-boolean
        structure LogStream LogStreamName:LogStreamName CreationTime:Timestamp FirstEventTimestamp:Timestamp LastEventTimestamp:Timestamp LastIngestionTime:Timestamp UploadSequenceToken:SequenceToken Arn:-string StoredBytes:StoredBytes
        structure OutputLogEvent Timestamp:Timestamp Message:EventMessage IngestionTime:Timestamp
        structure PutLogEventsResponse NextSequenceToken:SequenceToken RejectedLogEventsInfo:RejectedLogEventsInfo RejectedEntityInfo:RejectedEntityInfo
        structure QueryStatistics RecordsMatched:-double RecordsScanned:-double EstimatedRecordsSkipped:-double BytesScanned:-double EstimatedBytesSkipped:-double LogGroupsScanned:-double
        structure RejectedEntityInfo ErrorType*:EntityRejectionErrorType
        structure RejectedLogEventsInfo TooNewLogEventStartIndex:-integer TooOldLogEventEndIndex:-integer ExpiredLogEventEndIndex:-integer
        structure ResultField Field:-string Value:-string
        structure SearchedLogStream LogStreamName:LogStreamName SearchedCompletely:-boolean
        structure StartQueryResponse QueryId:QueryId
        structure StopQueryResponse Success:-boolean
        """#)
}
