// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `emr`.
    static let emr = ModelReader.read(
        #"""
        service emr - - - - coral
        action addJobFlowSteps - AddJobFlowStepsOutput
        action cancelSteps - CancelStepsOutput
        action describeStep - DescribeStepOutput
        action listClusters - ListClustersOutput
        action listSteps - ListStepsOutput
        action runJobFlow - RunJobFlowOutput
        integer -integer
        list CancelStepsInfoList CancelStepsInfo -
        list ClusterSummaryList ClusterSummary -
        list ErrorData StringMap -
        list ErrorDetailList ErrorDetail -
        list StepIdsList XmlStringMaxLen256 -
        list StepSummaryList StepSummary -
        list StringList -string -
        map StringMap -string -string - -
        string -string
        string ActionOnFailure enum TERMINATE_JOB_FLOW,TERMINATE_CLUSTER,CANCEL_AND_WAIT,CONTINUE
        string ArnType 20..2048
        string CancelStepsRequestStatus enum SUBMITTED,FAILED
        string ClusterState enum STARTING,BOOTSTRAPPING,RUNNING,WAITING,TERMINATING,TERMINATED,TERMINATED_WITH_ERRORS
        string ClusterStateChangeReasonCode enum INTERNAL_ERROR,VALIDATION_ERROR,INSTANCE_FAILURE,INSTANCE_FLEET_TIMEOUT,BOOTSTRAP_FAILURE,USER_REQUEST,STEP_FAILURE,ALL_STEPS_COMPLETED
        string OptionalArnType 0..2048
        string StepState enum PENDING,CANCEL_PENDING,RUNNING,COMPLETED,CANCELLED,FAILED,INTERRUPTED
        string StepStateChangeReasonCode enum NONE
        string XmlStringMaxLen256 0..256
        structure AddJobFlowStepsOutput StepIds:StepIdsList
        structure CancelStepsInfo StepId:-string Status:CancelStepsRequestStatus Reason:-string
        structure CancelStepsOutput CancelStepsInfoList:CancelStepsInfoList
        structure ClusterStateChangeReason Code:ClusterStateChangeReasonCode Message:-string
        structure ClusterStatus State:ClusterState StateChangeReason:ClusterStateChangeReason Timeline:ClusterTimeline ErrorDetails:ErrorDetailList
        structure ClusterSummary Id:-string Name:-string Status:ClusterStatus NormalizedInstanceHours:-integer ClusterArn:ArnType OutpostArn:OptionalArnType
        structure ClusterTimeline CreationDateTime:-timestamp ReadyDateTime:-timestamp EndDateTime:-timestamp
        structure DescribeStepOutput Step:Step
        structure ErrorDetail ErrorCode:-string ErrorData:ErrorData ErrorMessage:-string
        structure FailureDetails Reason:-string Message:-string LogFile:-string
        structure HadoopStepConfig Jar:-string Properties:StringMap MainClass:-string Args:StringList
        structure ListClustersOutput Clusters:ClusterSummaryList Marker:-string
        structure ListStepsOutput Steps:StepSummaryList Marker:-string
        structure RunJobFlowOutput JobFlowId:XmlStringMaxLen256 ClusterArn:ArnType
        structure Step Id:-string Name:-string Config:HadoopStepConfig ActionOnFailure:ActionOnFailure Status:StepStatus ExecutionRoleArn:OptionalArnType LogUri:-string EncryptionKeyArn:-string
        structure StepStateChangeReason Code:StepStateChangeReasonCode Message:-string
        structure StepStatus State:StepState StateChangeReason:StepStateChangeReason FailureDetails:FailureDetails Timeline:StepTimeline
        structure StepSummary Id:-string Name:-string Config:HadoopStepConfig ActionOnFailure:ActionOnFailure Status:StepStatus LogUri:-string EncryptionKeyArn:-string
        structure StepTimeline CreationDateTime:-timestamp StartDateTime:-timestamp EndDateTime:-timestamp
        timestamp -timestamp
        """#)
}
