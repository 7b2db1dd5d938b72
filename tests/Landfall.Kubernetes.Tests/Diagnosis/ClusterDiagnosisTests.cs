using Landfall.Kubernetes.Diagnosis;

namespace Landfall.Kubernetes.Tests.Diagnosis;

public sealed class ClusterDiagnosisTests
{
    public static TheoryData<int, string> Broken => [.. from at in Enumerable.Range(0, Fault.All.Count) from clothing in Clothing.All select (at, clothing.Space)];

    public static TheoryData<string> Systems => [.. Clothing.All.Select(clothing => clothing.Space)];

    [Theory]
    [MemberData(nameof(Broken))]
    public void Of_OneFault_NamesItFirst(int fault, string system)
    {
        var (broken, clothing) = (Fault.All[fault], Clothing.All.Single(clothing => clothing.Space == system));
        var cluster = new HealthyCluster(clothing);
        broken.Break(cluster, clothing);

        var findings = ClusterDiagnosis.Of(cluster.Snapshot());

        Assert.NotEmpty(findings);
        Assert.Equal((broken.Cause.Name, broken.Object(clothing)), (findings[0].Cause.Name, findings[0].Object.ToString()));
        Assert.NotEmpty(findings[0].Evidence);
        Assert.NotEmpty(findings[0].Remedy.Summary);
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void Of_NothingWrong_FindsNothing(string system) =>
        Assert.Empty(ClusterDiagnosis.Of(new HealthyCluster(Clothing.All.Single(clothing => clothing.Space == system)).Snapshot()));

    public static TheoryData<int> Harmlesses => [.. Enumerable.Range(0, Harmless.All.Count)];

    [Theory]
    [MemberData(nameof(Harmlesses))]
    public void Of_WhatOnlyLooksLikeAFault_FindsNothing(int what)
    {
        foreach (var clothing in Clothing.All)
        {
            var cluster = new HealthyCluster(clothing);
            Harmless.All[what].Add(cluster, clothing);

            Assert.True(ClusterDiagnosis.Of(cluster.Snapshot()) is [], $"{Harmless.All[what]}: {ClusterDiagnosis.Of(cluster.Snapshot()).FirstOrDefault()?.Explanation}");
        }
    }

    [Fact]
    public void Of_PolicyForAnotherPort_IsFound()
    {
        var clothing = Clothing.All[0];
        var cluster = new HealthyCluster(clothing);
        var policy = Fault.Policy(clothing, clothing.Middle, "Ingress", new k8s.Models.V1NetworkPolicyPeer { PodSelector = Fault.Selector(clothing, clothing.Front) });
        policy.Spec.Ingress[0].Ports = [new k8s.Models.V1NetworkPolicyPort { Port = clothing.Port + 1 }];
        cluster.NetworkPolicies.Add(policy);

        Assert.Equal("network_policy_denies", Assert.Single(ClusterDiagnosis.Of(cluster.Snapshot())).Cause.Name);
    }

    // The faults of the front and of the store have nothing to do with each other: both are told, each as its own.
    [Fact]
    public void Of_TwoFaults_TellsThemApart()
    {
        var clothing = Clothing.All[0];
        var cluster = new HealthyCluster(clothing);
        cluster.Crash(clothing.Store, 137, "OOMKilled");
        cluster.Pod(clothing.Front).Spec.NodeSelector = new Dictionary<string, string> { ["pool"] = "gpu" };
        cluster.Unplace(clothing.Front, "0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector.");

        var findings = ClusterDiagnosis.Of(cluster.Snapshot());

        Assert.Equal(
            [("node_selector_mismatch", $"app/{clothing.Front}"), ("oom_killed", $"app/{clothing.Store}")],
            findings.Take(2).Select(finding => (finding.Cause.Name, finding.Object.ToString())).Order());
    }

    [Fact]
    public void Of_SecretNotRead_SaysNothingOfIt()
    {
        var clothing = Clothing.All[0];
        var cluster = new HealthyCluster(clothing);
        cluster.Pod(clothing.Middle).Spec.ImagePullSecrets = [new k8s.Models.V1LocalObjectReference { Name = "registry-login" }];
        cluster.Wait(clothing.Middle, "ErrImagePull", "not found");

        var findings = ClusterDiagnosis.Of(cluster.Snapshot() with { KindsRead = new HashSet<string> { "Pod" } });

        Assert.Equal("incorrect_image_reference", findings[0].Cause.Name);
    }

    // What a node has left is known only with the pods of all namespaces.
    [Theory]
    [InlineData("Pod", true)]
    [InlineData("Service", false)]
    public void Of_PodsOfOtherNamespacesNotRead_RulesNoNodesRoomOut(string read, bool rulesOut)
    {
        var clothing = Clothing.All[0];
        var cluster = new HealthyCluster(clothing);
        cluster.Pod(clothing.Front).Spec.NodeSelector = new Dictionary<string, string> { ["pool"] = "gpu" };
        cluster.Unplace(clothing.Front, "0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector.");

        var finding = ClusterDiagnosis.Of(cluster.Snapshot() with { KindsRead = new HashSet<string> { read } })[0];

        Assert.Equal("node_selector_mismatch", finding.Cause.Name);
        Assert.Equal(rulesOut, finding.RuledOut.Any(line => line.StartsWith("Too little CPU", StringComparison.Ordinal)));
    }
}
