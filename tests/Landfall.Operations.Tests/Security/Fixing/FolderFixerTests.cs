using System.Text;
using Landfall.Config;
using Landfall.Operations.Processes;

namespace Landfall.Operations.Tests.Security.Fixing;

public sealed class FolderFixerTests
{
    private const string Before = "FROM alpine:3.22\nCMD x\n";
    private const string Then = "FROM alpine:3.22\nUSER 10001:10001\nCMD x\n";

    [Fact]
    public async Task Fix_DryRun_ShowsTheDifferenceAndWritesNothing()
    {
        using var folder = new ScanFolder().With("Dockerfile", Before);

        var report = await folder.FixAsync(dryRun: true);

        var file = Assert.Single(report.Fixes!);
        Assert.False(file.Written);
        Assert.Contains("--- a/Dockerfile\n+++ b/Dockerfile\n", file.Difference, StringComparison.Ordinal);
        Assert.Contains("\n FROM alpine:3.22\n+USER 10001:10001\n CMD x", file.Difference, StringComparison.Ordinal);
        Assert.Equal(Before, folder.Read("Dockerfile"));
        Assert.Contains(report.Findings, finding => finding.Rule == "docker-root-user");
    }

    [Fact]
    public async Task Fix_SavedInGit_WritesAndFindsItNoMore()
    {
        using var folder = await Committed(Before);

        var report = await folder.FixAsync();

        Assert.True(Assert.Single(report.Fixes!).Written);
        Assert.Equal(Then, folder.Read("Dockerfile"));
        Assert.DoesNotContain(report.Findings, finding => finding.Rule == "docker-root-user");
    }

    [Fact]
    public async Task Fix_Twice_ChangesNothingMore()
    {
        using var folder = new ScanFolder().With("Dockerfile", Before);
        await folder.FixAsync(yes: true);

        Assert.Empty((await folder.FixAsync()).Fixes!);
        Assert.Equal(Then, folder.Read("Dockerfile"));
    }

    [Fact]
    public async Task Fix_UnsavedInGit_AsksAndChangesNothingOnNo()
    {
        using var folder = await Committed("FROM alpine:3.21\n");
        folder.With("Dockerfile", Before);

        var failure = await Assert.ThrowsAsync<LandfallException>(() => folder.FixAsync());

        Assert.Equal(ErrorCodes.NotAgreed, failure.Code);
        Assert.Equal(Before, folder.Read("Dockerfile"));
    }

    [Fact]
    public async Task Fix_Yes_WritesUnsavedFiles()
    {
        using var folder = new ScanFolder().With("Dockerfile", Before);

        await folder.FixAsync(yes: true);

        Assert.Equal(Then, folder.Read("Dockerfile"));
    }

    [Fact]
    public async Task Fix_MarkAndReturns_AreKept()
    {
        using var folder = new ScanFolder().With("Dockerfile", $"\uFEFF{Before.ReplaceLineEndings("\r\n")}");

        await folder.FixAsync(yes: true);

        Assert.Equal(Encoding.UTF8.GetBytes($"\uFEFF{Then.ReplaceLineEndings("\r\n")}"), await File.ReadAllBytesAsync(Path.Combine(folder.Path, "Dockerfile"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Fix_LineEndsOfTwoKinds_AreLeftAndSaid()
    {
        using var folder = new ScanFolder().With("Dockerfile", "FROM alpine:3.22\r\nCMD x\n");

        var report = await folder.FixAsync(yes: true);

        Assert.Empty(report.Fixes!);
        Assert.Contains("line ends", Assert.Single(report.Unread).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fix_Secret_IsInNoDifference()
    {
        using var folder = new ScanFolder().With("web.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: { name: web, namespace: shop }
            spec:
              containers:
                - name: web
                  image: a:1
                  env:
                    - name: DB_PASSWORD
                      value: hunter2-77-xyz
                    - name: API_TOKEN # landfall-ignore: k8s-secret-in-variable it is public
                      value: kept-88-secret
            """);

        var difference = Assert.Single((await folder.FixAsync(dryRun: true)).Fixes!).Difference;

        Assert.Contains("+          valueFrom:", difference, StringComparison.Ordinal);
        Assert.Contains("-          value: (hidden)", difference, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", difference, StringComparison.Ordinal);
        Assert.DoesNotContain("kept-88", difference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fix_DryRunAlone_IsRefused()
    {
        using var folder = new ScanFolder();

        Assert.Equal(ErrorCodes.FixOptionAlone, (await Assert.ThrowsAsync<LandfallException>(() => folder.FixAsync(dryRun: true, fix: false))).Code);
    }

    [Fact]
    public async Task Scan_WithoutFix_ChangesNothing()
    {
        using var folder = new ScanFolder().With("Dockerfile", Before);

        Assert.Null((await folder.ScanAsync()).Fixes);
        Assert.Equal(Before, folder.Read("Dockerfile"));
    }

    private static async Task<ScanFolder> Committed(string text)
    {
        RequiredTool.OrSkip("git", "apt-get install git");
        var folder = new ScanFolder().With("Dockerfile", text);
        foreach (var command in (string[][])[["init", "-q"], ["add", "."], ["-c", "user.name=ada", "-c", "user.email=ada@example.com", "commit", "-q", "-m", "x"]])
            Assert.Equal(0, (await ProcessRunner.RunAsync(new ProcessSpec("git", command) { Folder = folder.Path }, null, TestContext.Current.CancellationToken)).ExitCode);
        return folder;
    }
}
