using k8s;
using k8s.Models;
using Landfall.Kubernetes.Api;
using Landfall.Kubernetes.Diagnosis;

namespace Landfall.Kubernetes.Tests.Api;

public sealed class ClusterReaderTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task ReadAsync_APodWhosePullSecretIsMissing_IsDiagnosed()
    {
        Assert.SkipWhen(server.Missing is not null, server.Missing ?? "");
        var stop = TestContext.Current.CancellationToken;
        using var client = server.Connect("admin");
        await client.CoreV1.CreateNamespaceAsync(new V1Namespace { Metadata = new V1ObjectMeta { Name = "rail" } }, cancellationToken: stop);
        await client.CoreV1.CreateNamespacedSecretAsync(new V1Secret { Metadata = new V1ObjectMeta { Name = "other" }, StringData = new Dictionary<string, string> { ["a"] = "hidden" } }, "rail", cancellationToken: stop);
        var pod = await client.CoreV1.CreateNamespacedPodAsync(
            new V1Pod
            {
                Metadata = new V1ObjectMeta { Name = "seats" },
                Spec = new V1PodSpec { NodeName = "node-1", ImagePullSecrets = [new V1LocalObjectReference { Name = "login" }], Containers = [new V1Container { Name = "main", Image = "registry.example.com/seats:1" }] },
            },
            "rail", cancellationToken: stop);
        pod.Status = new V1PodStatus
        {
            Phase = "Pending",
            ContainerStatuses = [new V1ContainerStatus { Name = "main", Image = "registry.example.com/seats:1", ImageID = "", Ready = false, State = new V1ContainerState { Waiting = new V1ContainerStateWaiting { Reason = "ErrImagePull", Message = "401 Unauthorized" } } }],
        };
        await client.CoreV1.ReplaceNamespacedPodStatusAsync(pod, "seats", "rail", cancellationToken: stop);
        var reader = new ClusterReader(client);

        var snapshot = await reader.ReadAsync("rail", stop);

        var finding = ClusterDiagnosis.Of(snapshot with { Namespace = "rail" })[0];
        Assert.Equal(("missing_image_pull_secret", "app/seats"), (finding.Cause.Name, finding.Object.ToString()));
        Assert.Contains("secret login", finding.Explanation, StringComparison.Ordinal);
        Assert.Equal("other", Assert.Single(snapshot.Secrets, secret => secret.Metadata.NamespaceProperty == "rail").Metadata.Name);
        Assert.All(snapshot.Secrets, secret => Assert.Null(secret.Data)); // names alone
        Assert.Empty(reader.Unread);
    }

    [Fact]
    public async Task ReadAsync_ARoleInOneNamespaceAlone_ReadsThatOneAndSaysWhatItDoesNotKnow()
    {
        Assert.SkipWhen(server.Missing is not null, server.Missing ?? "");
        var stop = TestContext.Current.CancellationToken;
        using (var admin = server.Connect("admin"))
        {
            foreach (var space in new[] { "shop", "other" })
            {
                await admin.CoreV1.CreateNamespaceAsync(new V1Namespace { Metadata = new V1ObjectMeta { Name = space } }, cancellationToken: stop);
                await admin.CoreV1.CreateNamespacedPodAsync(
                    new V1Pod { Metadata = new V1ObjectMeta { Name = $"pod-{space}" }, Spec = new V1PodSpec { Containers = [new V1Container { Name = "main", Image = "nginx" }] } }, space, cancellationToken: stop);
            }

            // What the role 'view' is made of; the controller that puts it together does not run here.
            await admin.RbacAuthorizationV1.CreateNamespacedRoleBindingAsync(
                new V1RoleBinding
                {
                    Metadata = new V1ObjectMeta { Name = "developer" },
                    RoleRef = new V1RoleRef { ApiGroup = "rbac.authorization.k8s.io", Kind = "ClusterRole", Name = "system:aggregate-to-view" },
                    Subjects = [new Rbacv1Subject { Kind = "User", Name = "developer", ApiGroup = "rbac.authorization.k8s.io" }],
                },
                "shop", cancellationToken: stop);
        }

        using var client = server.Connect("developer");
        var reader = new ClusterReader(client);

        var snapshot = await reader.ReadAsync("shop", stop);

        Assert.True(reader.HasReadPods);
        Assert.Equal("pod-shop", Assert.Single(snapshot.Pods).Metadata.Name);
        Assert.Contains("Deployment", snapshot.KindsRead);
        Assert.DoesNotContain("Pod", snapshot.KindsRead);
        Assert.Equal(
            ["Node: you may not list them", "PersistentVolume: you may not list them", "Pod: you may not list those of other namespaces, so that what is left of a node is not known", "Secret: you may not list them", "StorageClass: you may not list them"],
            reader.Unread);
    }

    [Fact]
    public async Task ReadAsync_SomebodyWhoMayReadNothing_SaysSoOfEachKind()
    {
        Assert.SkipWhen(server.Missing is not null, server.Missing ?? "");
        using var client = server.Connect("nobody");
        var reader = new ClusterReader(client);

        var snapshot = await reader.ReadAsync(null, TestContext.Current.CancellationToken);

        Assert.False(reader.HasReadPods);
        Assert.Empty(snapshot.KindsRead);
        Assert.Contains("Pod: you may not list them", reader.Unread);
        Assert.Contains("Secret: you may not list them", reader.Unread);
    }
}
