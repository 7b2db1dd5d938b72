using Landfall.Kubernetes.Kubectl;

namespace Landfall.Kubernetes.Tests.Kubectl;

public sealed class DescribedObjectsTests
{
    [Fact]
    public void Node_WithTaintsAndPods_KnowsWhatItHasAndGaveAway()
    {
        var described = DescribedEntry.Read("""
            Name:               node-1
            Labels:             pool=general
                                zone=a
            Taints:             dedicated=batch:NoSchedule
                                drain:NoExecute
            Unschedulable:      true
            Conditions:
              Type    Status   LastHeartbeatTime   Reason   Message
              ----    ------   -----------------   ------   -------
              Ready   Unknown  now                 NodeStatusUnknown  Kubelet stopped posting node status.
            Allocatable:
              cpu:      4
              memory:   16Gi
            Allocated resources:
              (Total limits may be over 100 percent, i.e., overcommitted.)
              Resource           Requests     Limits
              --------           --------     ------
              cpu                1500m (37%)  2 (50%)
              memory             2Gi (12%)    4Gi (25%)
            """);

        var node = DescribedNode.Read(described);

        Assert.Equal([("dedicated", "batch", "NoSchedule"), ("drain", null, "NoExecute")], node.Spec.Taints.Select(taint => (taint.Key, (string?)taint.Value, taint.Effect)));
        Assert.True(node.Spec.Unschedulable);
        Assert.Equal("Unknown", node.Status.Conditions.Single().Status);
        Assert.Equal("16Gi", node.Status.Allocatable["memory"].ToString());
        Assert.Equal([("cpu", "1500m"), ("memory", "2Gi")], DescribedNode.Requested(described).Select(amount => (amount.Key, amount.Value.ToString())));
    }

    [Fact]
    public void Service_WithTwoPorts_KnowsTargetsAndProtocols()
    {
        var service = DescribedService.Read(DescribedEntry.Read("""
            Name:              ledger
            Namespace:         bank
            Selector:          app=ledger,tier=back
            Type:              ClusterIP
            Port:              http  80/TCP
            TargetPort:        8080/TCP
            Endpoints:         10.244.1.9:8080
            Port:              <unset>  53/UDP
            TargetPort:        dns/UDP
            """));

        Assert.Equal([("http", 80, "TCP", "8080"), (null, 53, "UDP", "dns")], service.Spec.Ports.Select(port => ((string?)port.Name, port.Port, port.Protocol, port.TargetPort.Value)));
        Assert.Equal(["app=ledger", "tier=back"], service.Spec.Selector.Select(label => $"{label.Key}={label.Value}"));
    }

    [Fact]
    public void Volume_ThatBelongsToAClaim_KnowsIt()
    {
        var volume = DescribedStorage.Volume(DescribedEntry.Read("""
            Name:            data-1
            Labels:          tier=fast
            StorageClass:    manual
            Status:          Bound
            Claim:           bank/other
            Access Modes:    RWO,ROX
            Capacity:        1Gi
            """));

        Assert.Equal(("bank", "other", "1Gi"), (volume.Spec.ClaimRef.NamespaceProperty, volume.Spec.ClaimRef.Name, volume.Spec.Capacity["storage"].ToString()));
        Assert.Equal(["ReadWriteOnce", "ReadOnlyMany"], volume.Spec.AccessModes);
    }

    [Fact]
    public void Quota_WithTwoResources_KnowsUsedAndHard()
    {
        var quota = DescribedStorage.Quota(DescribedEntry.Read("""
            Name:            compute
            Namespace:       bank
            Resource         Used   Hard
            --------         ----   ----
            requests.cpu     900m   1
            pods             11     12
            """));

        Assert.Equal([("requests.cpu", "900m"), ("pods", "11")], quota.Status.Used.Select(amount => (amount.Key, amount.Value.ToString())));
        Assert.Equal("12", quota.Status.Hard["pods"].ToString());
    }

    [Fact]
    public void Deployment_ThatWantsNothing_HasNoReplicas()
    {
        var deployment = DescribedWorkload.Deployment(DescribedEntry.Read("""
            Name:                   ledger
            Replicas:               0 desired | 0 updated | 0 total | 0 available | 0 unavailable
            Selector:               app=ledger
            Pod Template:
              Labels:  app=ledger
              Containers:
               server:
                Image:    bank/ledger:3
            """));

        Assert.Equal(0, deployment.Spec.Replicas);
        Assert.Equal("bank/ledger:3", deployment.Spec.Template.Spec.Containers[0].Image);
    }

    [Fact]
    public void ConfigMap_WithTwoValues_KnowsBoth() =>
        Assert.Equal(
            [("a.conf", "one\ntwo:\nthree"), ("b", "x")],
            DescribedConfigMap.Data("Name: routes\n\nData\n====\na.conf:\n----\none\ntwo:\nthree\n\nb:\n----\nx\n\nBinaryData\n====\n").Select(pair => (pair.Key, pair.Value)));

    [Fact]
    public void Dependencies_OfATree_AreItsEdges() =>
        Assert.Equal(
            [("front", "cart"), ("cart", "store"), ("front", "ads")],
            DependencyTree.Read("[Service]: front\n[Downstream (Calls)]:\nfront\n├── cart\n│   └── store      <-- (Database)\n└── ads\n"));

    [Theory]
    [InlineData("Active: active (running) since Thu", true, "active (running)")]
    [InlineData("Active: inactive (dead) since Thu", false, "inactive (dead)")]
    [InlineData("Active: activating (auto-restart) since Thu", false, "activating (auto-restart)")]
    [InlineData("ssh: connect to host node-1 port 22: Connection timed out", true, "unknown")]
    public void NodeService_OfAStatus_IsWhatTheServiceManagerSays(string text, bool active, string state)
    {
        var service = NodeServiceText.Read(($"     {text}\n", "node-1 kubelet"));

        Assert.Equal(("node-1", "kubelet", active, state), (service.Node, service.Name, service.IsActive, service.State));
    }

    [Fact]
    public void Connection_OfAReport_IsOneAttemptFromEachNode() =>
        Assert.Equal(
            [("a", true), ("b", false)],
            ConnectionReport.Read("cart:7070", "=== report ===\nresults deployed on a: cart open\nConnection Succeeded\nresults deployed on b: Connection Failed\n").Select(attempt => (attempt.FromNode, attempt.Succeeded)));

    [Fact]
    public void Table_WithAHeadingOfTwoWords_KnowsItsColumns()
    {
        var row = KubectlTable.Read("NAME   STATUS   NOMINATED NODE   AGE\nx-1    Ready    <none>           3d\n").Single();

        Assert.Equal(("x-1", "Ready", "<none>", "3d"), (row["NAME"], row["STATUS"], row["NOMINATED NODE"], row["AGE"]));
    }
}
