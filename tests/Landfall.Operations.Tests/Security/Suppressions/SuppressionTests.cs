using Landfall.Config;
using Landfall.Operations.Security.Suppressions;

namespace Landfall.Operations.Tests.Security.Suppressions;

public sealed class SuppressionTests
{
    [Theory]
    [InlineData("# landfall-ignore: docker-sudo old image\nRUN sudo x", true)]
    [InlineData("# landfall-ignore: docker-sudo old image\n# and more\n\nRUN sudo x", true)]
    [InlineData("RUN sudo x # landfall-ignore: docker-sudo old image", true)]
    [InlineData("# landfall-ignore: docker-update-alone,docker-sudo old image\nRUN sudo x", true)]
    [InlineData("# landfall-ignore: docker-sudo old image until 2026-03-01\nRUN sudo x", true)]
    [InlineData("# landfall-ignore: docker-sudo old image until 2026-02-28\nRUN sudo x", false)]
    [InlineData("# landfall-ignore: docker-sudo\nRUN sudo x", false)]
    [InlineData("# landfall-ignore: docker-ssh-port old image\nRUN sudo x", false)]
    [InlineData("# landfall-ignore: docker-sudo old image\nRUN true\nRUN sudo x", false)]
    public async Task Comment_OnOrAboveTheLine_AcceptsWithAReasonUntilItsDay(string lines, bool accepted)
    {
        using var folder = new ScanFolder().With("Dockerfile", $"FROM a:1\nHEALTHCHECK NONE\n{lines}\nUSER app\n");

        var report = await folder.ScanAsync();

        Assert.Equal(accepted ? 0 : 1, report.Findings.Count(f => f.Rule == "docker-sudo"));
        Assert.Equal(accepted ? 1 : 0, report.Suppressed.Count);
    }

    [Theory]
    [InlineData("docker-sudo old until 2026-02-28", "Dockerfile:3 ignores docker-sudo until 2026-02-28, which has passed.")]
    [InlineData("docker-sudo", "Dockerfile:3 ignores docker-sudo without a reason, so it is found all the same. Write the reason behind the rule.")]
    [InlineData("docker-ssh-port old", "Dockerfile:3 ignores docker-ssh-port, and there is nothing to ignore. Remove it.")]
    [InlineData("docker-nothing old", "Dockerfile:3 ignores docker-nothing, which is no rule.")]
    public async Task Comment_NotInForce_IsSaid(string words, string note)
    {
        using var folder = new ScanFolder().With("Dockerfile", $"FROM a:1\nHEALTHCHECK NONE\n# landfall-ignore: {words}\nRUN sudo x\nUSER app\n");

        Assert.Equal([note], (await folder.ScanAsync()).Notes);
    }

    [Theory]
    [InlineData("rule: docker-sudo, reason: old", true)]
    [InlineData("rule: docker-sudo, path: \"**/Dockerfile\", reason: old", true)]
    [InlineData("rule: docker-sudo, path: api, reason: old", true)]
    [InlineData("rule: docker-sudo, path: web, reason: old", false)]
    [InlineData("rule: docker-sudo, resource: \"a:1\", reason: old", true)]
    [InlineData("rule: docker-sudo, resource: \"a\", reason: old", false)]
    [InlineData("rule: docker-sudo, reason: old, until: 2026-03-01", true)]
    [InlineData("rule: docker-sudo, reason: old, until: 2026-02-28", false)]
    public async Task File_Entry_AcceptsWhatItNames(string entry, bool accepted)
    {
        using var folder = new ScanFolder().With("api/Dockerfile", "FROM a:1\nHEALTHCHECK NONE\nRUN sudo x\nUSER app\n").With(SuppressionFile.Name, $"ignore:\n  - {{ {entry} }}\n");

        var report = await folder.ScanAsync();

        Assert.Equal(accepted, report.Suppressed.Any(s => s is { Finding.Rule: "docker-sudo", Reason: "old", InSource: false }));
        Assert.Equal(accepted ? 0 : 1, report.Notes.Count);
    }

    [Theory]
    [InlineData("ignore: [{ rule: docker-sudo }]", "has no reason")]
    [InlineData("ignore: [{ rule: nothing, reason: x }]", "'nothing' is no rule")]
    [InlineData("ignore: [{ rule: docker-sudo, reason: x, until: soon }]", "'soon' is no day")]
    [InlineData("ignore: [{ rule: docker-sudo, reason: x, file: y }]", "'file' is no key")]
    [InlineData("rules: []", "one key, 'ignore'")]
    [InlineData("ignore: [", "Line ")]
    public async Task File_Unusable_SaysWhereAndWhy(string text, string words)
    {
        using var folder = new ScanFolder().With(SuppressionFile.Name, text);

        var failure = await Assert.ThrowsAsync<LandfallException>(() => folder.ScanAsync());

        Assert.Equal(ErrorCodes.SuppressionsUnreadable, failure.Code);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
    }
}
