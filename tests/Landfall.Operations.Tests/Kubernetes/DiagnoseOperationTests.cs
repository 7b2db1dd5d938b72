using Landfall.Config;
using Landfall.Operations.Kubernetes;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Kubernetes;

public sealed class DiagnoseOperationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task RunAsync_FaultsInTwoNamespaces_RanksThemTogether()
    {
        Write(Pod("shop", "api", "OOMKilled"), Pod("bank", "ledger", "Error"));

        var report = await RunAsync(new DiagnoseParameters(_folder, null, null));

        Assert.Equal(
            [(1, "shop", "app/api", "oom_killed"), (2, "bank", "app/ledger", "container_crashes")],
            report.Answers.Select(answer => (answer.Rank, answer.Namespace!, answer.Object, answer.Cause)));
        Assert.All(report.Answers[0].Remedy.Commands, command => Assert.EndsWith(" -n shop", command, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_OneNamespace_SaysNothingOfOthers()
    {
        Write(Pod("shop", "api", "OOMKilled"), Pod("bank", "ledger", "Error"));

        var report = await RunAsync(new DiagnoseParameters(_folder, "bank", null));

        Assert.Equal("app/ledger", Assert.Single(report.Answers).Object);
    }

    [Fact]
    public async Task RunAsync_NamespaceThatIsNotThere_SaysWhichAre()
    {
        Write(Pod("shop", "api", "OOMKilled"));

        var failure = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new DiagnoseParameters(_folder, "shpo", null)));

        Assert.Equal(ErrorCodes.ClusterNamespace, failure.Code);
        Assert.Contains("There is: shop.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_NothingSaved_SaysHowToSave()
    {
        var empty = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new DiagnoseParameters(_folder, null, null)));
        var missing = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new DiagnoseParameters(Path.Combine(_folder, "none"), null, null)));

        Assert.Equal((ErrorCodes.ClusterSnapshot, ErrorCodes.ClusterSnapshot), (empty.Code, missing.Code));
        Assert.Contains("kubectl get", empty.Message, StringComparison.Ordinal);
        Assert.Contains("cluster-info dump", missing.Message, StringComparison.Ordinal);
    }

    // What a program said reaches a terminal, and must not move its cursor.
    [Fact]
    public async Task RunAsync_EvidenceWithASequenceForTerminals_SpellsItOut()
    {
        Write(Pod("shop", "api", "Error"));
        Directory.CreateDirectory(Path.Combine(_folder, "api-5d9c7b-abcde"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "api-5d9c7b-abcde", "current.log"), "\u001b[2Jgone\n", TestContext.Current.CancellationToken);

        var report = await RunAsync(new DiagnoseParameters(_folder, null, null));

        var line = Assert.Single(report.Answers[0].Evidence, evidence => evidence.StartsWith("log of api: ", StringComparison.Ordinal));
        Assert.EndsWith("[2Jgone", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', line);
    }

    private static Task<ClusterReport> RunAsync(DiagnoseParameters parameters) =>
        new DiagnoseOperation().RunAsync(parameters, Agreed.ToNothing, new OperationContext(new Caller("ada", "test"), new Answering(false), TimeProvider.System, TestContext.Current.CancellationToken));

    private void Write(params string[] pods) => File.WriteAllText(Path.Combine(_folder, "pods.json"), $$"""{"kind":"List","items":[{{string.Join(',', pods)}}]}""");

    private static string Pod(string space, string name, string reason) => $$"""
        {"kind":"Pod","metadata":{"name":"{{name}}-5d9c7b-abcde","namespace":"{{space}}","ownerReferences":[{"kind":"ReplicaSet","name":"{{name}}-5d9c7b"} ] },
         "spec":{"containers":[{"name":"main","image":"a:1"} ] },
         "status":{"phase":"Running","containerStatuses":[{"name":"main","image":"a:1","ready":false,"restartCount":7,"state":{"waiting":{"reason":"CrashLoopBackOff"} },"lastState":{"terminated":{"exitCode":1,"reason":"{{reason}}"} } } ] } }
        """;
}
