// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `emrcontainers`.
    static let emrcontainers = ModelReader.read(
        #"""
        service emrcontainers - - - - coral
        action cancelJobRun - CancelJobRunResponse
        action createVirtualCluster - CreateVirtualClusterResponse
        action deleteVirtualCluster - DeleteVirtualClusterResponse
        action startJobRun - StartJobRunResponse
        string JobArn 60..1024
        string ResourceIdString 1..64
        string ResourceNameString 1..64
        string VirtualClusterArn 60..1024
        structure CancelJobRunResponse Id:ResourceIdString VirtualClusterId:ResourceIdString
        structure CreateVirtualClusterResponse Id:ResourceIdString Name:ResourceNameString Arn:VirtualClusterArn
        structure DeleteVirtualClusterResponse Id:ResourceIdString
        structure StartJobRunResponse Id:ResourceIdString Name:ResourceNameString Arn:JobArn VirtualClusterId:ResourceIdString
        """#)
}
