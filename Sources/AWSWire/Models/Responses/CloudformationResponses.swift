// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `cloudformation`.
    static let cloudformation = ModelReader.read(
        #"""
        service cloudformation - - - - coral
        action createChangeSet - CreateChangeSetOutput
        action createStack - CreateStackOutput
        action describeChangeSet - DescribeChangeSetOutput
        action describeStackEvents - DescribeStackEventsOutput
        action describeStackResources - DescribeStackResourcesOutput
        action describeStacks - DescribeStacksOutput
        action executeChangeSet - ExecuteChangeSetOutput
        action listStacks - ListStacksOutput
        action updateStack - UpdateStackOutput
        boolean -boolean
        integer HookInvocationCount 1..100
        integer MonitoringTimeInMinutes 0..180
        integer TimeoutMinutes 1..
        list Capabilities Capability -
        list Changes Change -
        list LastOperations OperationEntry -
        list NotificationARNs -string - ..5
        list Outputs Output -
        list Parameters Parameter -
        list ResourceChangeDetails ResourceChangeDetail -
        list ResourceDriftIgnoredAttributes ResourceDriftIgnoredAttribute -
        list RollbackTriggers RollbackTrigger - ..5
        list Scope ResourceAttribute -
        list StackEvents StackEvent -
        list StackResources StackResource -
        list StackSummaries StackSummary -
        list Stacks Stack -
        list Tags Tag - ..50
        string -string
        string AfterValueFrom enum TEMPLATE
        string AttributeChangeType enum Add,Remove,Modify,SyncWithActual
        string BeforeValueFrom enum PREVIOUS_DEPLOYMENT_STATE,ACTUAL_STATE
        string Capability enum CAPABILITY_IAM,CAPABILITY_NAMED_IAM,CAPABILITY_AUTO_EXPAND
        string ChangeAction enum Add,Modify,Remove,Import,Dynamic,SyncWithActual
        string ChangeSetId 1..
        string ChangeSetName 1..128
        string ChangeSetStatus enum CREATE_PENDING,CREATE_IN_PROGRESS,CREATE_COMPLETE,DELETE_PENDING,DELETE_IN_PROGRESS,DELETE_COMPLETE,DELETE_FAILED,FAILED
        string ChangeSource enum ResourceReference,ParameterReference,ResourceAttribute,DirectModification,Automatic,NoModification
        string ChangeType enum Resource
        string ClientRequestToken 1..128
        string DeletionMode enum STANDARD,FORCE_DELETE_STACK
        string DeploymentMode enum REVERT_DRIFT
        string Description 1..1024
        string DetailedStatus enum CONFIGURATION_COMPLETE,VALIDATION_FAILED
        string DriftIgnoredReason enum MANAGED_BY_AWS,WRITE_ONLY_PROPERTY
        string EvaluationType enum Static,Dynamic
        string ExecutionStatus enum UNAVAILABLE,AVAILABLE,EXECUTE_IN_PROGRESS,EXECUTE_COMPLETE,EXECUTE_FAILED,OBSOLETE
        string HookFailureMode enum FAIL,WARN
        string HookInvocationId 36..36
        string HookInvocationPoint enum PRE_PROVISION
        string HookStatus enum HOOK_IN_PROGRESS,HOOK_COMPLETE_SUCCEEDED,HOOK_COMPLETE_FAILED,HOOK_FAILED
        string HookStatusReason 1..1024
        string HookType 1..255
        string NextToken 1..1024
        string OnStackFailure enum DO_NOTHING,ROLLBACK,DELETE
        string OperationType enum CREATE_STACK,UPDATE_STACK,DELETE_STACK,CONTINUE_ROLLBACK,ROLLBACK,CREATE_CHANGESET
        string PolicyAction enum Delete,Retain,Snapshot,ReplaceAndDelete,ReplaceAndRetain,ReplaceAndSnapshot
        string Replacement enum True,False,Conditional
        string RequiresRecreation enum Never,Conditionally,Always
        string ResourceAttribute enum Properties,Metadata,CreationPolicy,UpdatePolicy,DeletionPolicy,UpdateReplacePolicy,Tags
        string ResourceStatus enum CREATE_IN_PROGRESS,CREATE_FAILED,CREATE_COMPLETE,DELETE_IN_PROGRESS,DELETE_FAILED,DELETE_COMPLETE,DELETE_SKIPPED,UPDATE_IN_PROGRESS,UPDATE_FAILED,UPDATE_COMPLETE,IMPORT_FAILED,IMPORT_COMPLETE,IMPORT_IN_PROGRESS,IMPORT_ROLLBACK_IN_PROGRESS,IMPORT_ROLLBACK_FAILED,IMPORT_ROLLBACK_COMPLETE,EXPORT_FAILED,EXPORT_COMPLETE,EXPORT_IN_PROGRESS,EXPORT_ROLLBACK_IN_PROGRESS,EXPORT_ROLLBACK_FAILED,EXPORT_ROLLBACK_COMPLETE,UPDATE_ROLLBACK_IN_PROGRESS,UPDATE_ROLLBACK_COMPLETE,UPDATE_ROLLBACK_FAILED,ROLLBACK_IN_PROGRESS,ROLLBACK_COMPLETE,ROLLBACK_FAILED
        string ResourceType 1..256
        string RoleARN 20..2048
        string StackDriftStatus enum DRIFTED,IN_SYNC,UNKNOWN,NOT_CHECKED
        string StackResourceDriftStatus enum IN_SYNC,MODIFIED,DELETED,NOT_CHECKED,UNKNOWN,UNSUPPORTED
        string StackStatus enum CREATE_IN_PROGRESS,CREATE_FAILED,CREATE_COMPLETE,ROLLBACK_IN_PROGRESS,ROLLBACK_FAILED,ROLLBACK_COMPLETE,DELETE_IN_PROGRESS,DELETE_FAILED,DELETE_COMPLETE,UPDATE_IN_PROGRESS,UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,UPDATE_COMPLETE,UPDATE_FAILED,UPDATE_ROLLBACK_IN_PROGRESS,UPDATE_ROLLBACK_FAILED,UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS,UPDATE_ROLLBACK_COMPLETE,REVIEW_IN_PROGRESS,IMPORT_IN_PROGRESS,IMPORT_COMPLETE,IMPORT_ROLLBACK_IN_PROGRESS,IMPORT_ROLLBACK_FAILED,IMPORT_ROLLBACK_COMPLETE
        string TagKey 1..128
        string TagValue 1..256
        structure Change Type:ChangeType HookInvocationCount:HookInvocationCount ResourceChange:ResourceChange
        structure CreateChangeSetOutput Id:ChangeSetId StackId:-string
        structure CreateStackOutput StackId:-string OperationId:-string
        structure DescribeChangeSetOutput ChangeSetName:ChangeSetName ChangeSetId:ChangeSetId StackId:-string StackName:-string Description:Description Parameters:Parameters CreationTime:-timestamp ExecutionStatus:ExecutionStatus Status:ChangeSetStatus StatusReason:-string StackDriftStatus:StackDriftStatus NotificationArNs:NotificationARNs RollbackConfiguration:RollbackConfiguration Capabilities:Capabilities Tags:Tags Changes:Changes NextToken:NextToken IncludeNestedStacks:-boolean ParentChangeSetId:ChangeSetId RootChangeSetId:ChangeSetId OnStackFailure:OnStackFailure ImportExistingResources:-boolean DeploymentMode:DeploymentMode
        structure DescribeStackEventsOutput StackEvents:StackEvents NextToken:NextToken
        structure DescribeStackResourcesOutput StackResources:StackResources
        structure DescribeStacksOutput Stacks:Stacks NextToken:NextToken
        structure ExecuteChangeSetOutput
        structure ListStacksOutput StackSummaries:StackSummaries NextToken:NextToken
        structure LiveResourceDrift PreviousValue:-string ActualValue:-string DriftDetectionTimestamp:-timestamp
        structure ModuleInfo TypeHierarchy:-string LogicalIdHierarchy:-string
        structure OperationEntry OperationType:OperationType OperationId:-string
        structure Output OutputKey:-string OutputValue:-string Description:Description ExportName:-string
        structure Parameter ParameterKey:-string ParameterValue:-string UsePreviousValue:-boolean ResolvedValue:-string
        structure ResourceChange PolicyAction:PolicyAction Action:ChangeAction LogicalResourceId:-string PhysicalResourceId:-string ResourceType:ResourceType Replacement:Replacement Scope:Scope ResourceDriftStatus:StackResourceDriftStatus ResourceDriftIgnoredAttributes:ResourceDriftIgnoredAttributes Details:ResourceChangeDetails ChangeSetId:ChangeSetId ModuleInfo:ModuleInfo BeforeContext:-string AfterContext:-string PreviousDeploymentContext:-string
        structure ResourceChangeDetail Target:ResourceTargetDefinition Evaluation:EvaluationType ChangeSource:ChangeSource CausingEntity:-string
        structure ResourceDriftIgnoredAttribute Path:-string Reason:DriftIgnoredReason
        structure ResourceTargetDefinition Attribute:ResourceAttribute Name:-string RequiresRecreation:RequiresRecreation Path:-string BeforeValue:-string AfterValue:-string BeforeValueFrom:BeforeValueFrom AfterValueFrom:AfterValueFrom Drift:LiveResourceDrift AttributeChangeType:AttributeChangeType
        structure RollbackConfiguration RollbackTriggers:RollbackTriggers MonitoringTimeInMinutes:MonitoringTimeInMinutes
        structure RollbackTrigger Arn*:-string Type*:-string
        structure Stack StackId:-string StackName*:-string ChangeSetId:ChangeSetId Description:Description Parameters:Parameters CreationTime*:-timestamp DeletionTime:-timestamp LastUpdatedTime:-timestamp RollbackConfiguration:RollbackConfiguration StackStatus*:StackStatus StackStatusReason:-string DisableRollback:-boolean NotificationArNs:NotificationARNs TimeoutInMinutes:TimeoutMinutes Capabilities:Capabilities Outputs:Outputs RoleArn:RoleARN Tags:Tags EnableTerminationProtection:-boolean ParentId:-string RootId:-string DriftInformation:StackDriftInformation RetainExceptOnCreate:-boolean DeletionMode:DeletionMode DetailedStatus:DetailedStatus LastOperations:LastOperations
        structure StackDriftInformation StackDriftStatus*:StackDriftStatus LastCheckTimestamp:-timestamp
        structure StackDriftInformationSummary StackDriftStatus*:StackDriftStatus LastCheckTimestamp:-timestamp
        structure StackEvent StackId*:-string EventId*:-string StackName*:-string OperationId:-string LogicalResourceId:-string PhysicalResourceId:-string ResourceType:ResourceType Timestamp*:-timestamp ResourceStatus:ResourceStatus ResourceStatusReason:-string ResourceProperties:-string ClientRequestToken:ClientRequestToken HookType:HookType HookStatus:HookStatus HookStatusReason:HookStatusReason HookInvocationPoint:HookInvocationPoint HookInvocationId:HookInvocationId HookFailureMode:HookFailureMode DetailedStatus:DetailedStatus
        structure StackResource StackName:-string StackId:-string LogicalResourceId*:-string PhysicalResourceId:-string ResourceType*:ResourceType Timestamp*:-timestamp ResourceStatus*:ResourceStatus ResourceStatusReason:-string Description:Description DriftInformation:StackResourceDriftInformation ModuleInfo:ModuleInfo
        structure StackResourceDriftInformation StackResourceDriftStatus*:StackResourceDriftStatus LastCheckTimestamp:-timestamp
        structure StackSummary StackId:-string StackName*:-string TemplateDescription:-string CreationTime*:-timestamp LastUpdatedTime:-timestamp DeletionTime:-timestamp StackStatus*:StackStatus StackStatusReason:-string ParentId:-string RootId:-string DriftInformation:StackDriftInformationSummary LastOperations:LastOperations
        structure Tag Key*:TagKey Value*:TagValue
        structure UpdateStackOutput StackId:-string OperationId:-string
        timestamp -timestamp
        """#)
}
