using Landfall.Kubernetes.Diagnosis;
using Landfall.Kubernetes.Saved;

namespace Landfall.Kubernetes.Tests.Saved;

public sealed class SnapshotFolderTests : IDisposable
{
    private const string Pod = """
        {"kind":"Pod","apiVersion":"v1","metadata":{"name":"api-5d9c7b-abcde","namespace":"shop","ownerReferences":[{"kind":"ReplicaSet","name":"api-5d9c7b"}]},
         "spec":{"containers":[{"name":"main","image":"api:1"}]},
         "status":{"phase":"Running","containerStatuses":[{"name":"main","image":"api:1","ready":false,"restartCount":7,"state":{"waiting":{"reason":"CrashLoopBackOff"}},"lastState":{"terminated":{"exitCode":137,"reason":"OOMKilled"}}}]}}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_AListOfKubectl_HasItsObjects()
    {
        Write("all.json", $$"""{"kind":"List","items":[{{Pod}}]}""");

        var snapshot = new SnapshotFolder().Read(_folder);

        Assert.Equal("oom_killed", ClusterDiagnosis.Of(snapshot)[0].Cause.Name);
        Assert.Empty(snapshot.KindsRead); // of one namespace alone: not all pods that there are
    }

    [Fact]
    public void Read_PodsOfSeveralNamespaces_AreAllPods()
    {
        Write("all.json", $$"""{"kind":"List","items":[{{Pod}},{{Pod.Replace("\"shop\"", "\"kube-system\"", StringComparison.Ordinal)}}]}""");

        Assert.Equal(["Pod"], new SnapshotFolder().Read(_folder).KindsRead);
    }

    // must-gather writes typed lists, whose items have no kind, and logs in folders of the pod's name.
    [Fact]
    public void Read_MustGather_HasObjectsAndLogs()
    {
        Write("namespaces/shop/core/pods.yaml", """
            apiVersion: v1
            kind: PodList
            items:
            - metadata: {name: api-5d9c7b-abcde, namespace: shop, ownerReferences: [{kind: ReplicaSet, name: api-5d9c7b}]}
              spec: {containers: [{name: main, image: "api:1", env: [{name: PORT, value: "8080"}]}]}
              status: {phase: Running, containerStatuses: [{name: main, image: "api:1", ready: true, restartCount: 0}]}
            """);
        Write("namespaces/shop/core/secrets.yaml", "apiVersion: v1\nkind: SecretList\nitems: []\n");
        Write("namespaces/shop/pods/api-5d9c7b-abcde/main/main/logs/current.log", "one\ntwo\n");

        var snapshot = new SnapshotFolder().Read(_folder);

        Assert.Equal("8080", snapshot.Pods.Single().Spec.Containers[0].Env[0].Value);
        Assert.Equal(["one", "two"], snapshot.Logs["api"]);
        Assert.Contains("Secret", snapshot.KindsRead);
        Assert.Empty(snapshot.Secrets);
    }

    [Fact]
    public void Read_SeveralDocuments_HasEach()
    {
        Write("manifests.yml", "kind: Service\nmetadata: {name: a}\n---\nkind: Service\nmetadata: {name: b}\nspec: {ports: [{port: 80, targetPort: http}]}\n");

        var services = new SnapshotFolder().Read(_folder).Services;

        Assert.Equal(["a", "b"], services.Select(service => service.Metadata.Name));
        Assert.Equal("http", services[1].Spec.Ports[0].TargetPort.Value);
    }

    [Theory]
    [InlineData("broken.json", "{ not json")]
    [InlineData("broken.yaml", "a: [unclosed")]
    public void Read_ABrokenFile_SaysSoAndReadsTheOthers(string name, string text)
    {
        Write(name, text);
        Write("pod.json", Pod);
        var reader = new SnapshotFolder();

        Assert.Single(reader.Read(_folder).Pods);
        Assert.StartsWith(name, Assert.Single(reader.Unread), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnObjectThatIsNone_SaysSoAndReadsTheOthers()
    {
        Write("pods.json", $$"""{"kind":"List","items":[{{Pod}},{"kind":"Pod","metadata":{"name":"odd"},"spec":"text"}]}""");
        var reader = new SnapshotFolder();

        Assert.Single(reader.Read(_folder).Pods);
        Assert.StartsWith("Pod odd", Assert.Single(reader.Unread), StringComparison.Ordinal);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
