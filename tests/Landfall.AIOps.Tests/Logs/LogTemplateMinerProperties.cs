using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Landfall.AIOps.Logs;

namespace Landfall.AIOps.Tests.Logs;

public class LogTemplateMinerProperties
{
    private static readonly string[] Words =
    [
        "user", "failed", "from", "eth0", "eth1", "10.0.0.1", "17", "-3.5", "0xff", "a_b_12", "/var/log/x", "==", "()", "(0)", "f(0)", "f(x)",
        "Mon", "Jan", "12:30:01", "KB", "5 KB", "http://a/b", "://", "::1", "...", "....7", "\0", "\uE000", "\uE001", "\uD800", "日本", "[", "]]",
        "x1 x2 x3", "  ", "\t", "\"", "LOOKING", "LEADING", "org.acme.Type", "web-eu-07", "6fa459ea-ee8a-3ca4-894e-db77e160355e", "C:\\a\\b", "-", "_-1",
    ];

    private static readonly Gen<string> Line =
        Gen.OneOf(
            Gen.Elements(Words).ListOf().Select(w => string.Join(' ', w)),
            Gen.Elements(Words).ListOf().Select(string.Concat),
            ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""));

    private static readonly Arbitrary<IList<string>> Lines = Line.ListOf().Select(l => (IList<string>)l.ToList()).ToArbitrary();

    private static readonly Config Config = PropertyRuns.Of(150);

    [Fact]
    public void Add_AnyLines_GivesEachATemplateThatCanBeFound() =>
        Check.One(Config, Prop.ForAll(Lines, lines =>
        {
            var miner = new LogTemplateMiner();
            var ids = lines.Select(l => miner.Add(l).TemplateId).ToList();
            return ids.TrueForAll(id => miner.Find(id) is { Text: not null }) && miner.Templates.Sum(t => t.Count) == lines.Count;
        }));

    [Fact]
    public void Add_SameLineTwice_GivesTheSameTemplate() =>
        Check.One(Config, Prop.ForAll(Lines, lines =>
        {
            var miner = new LogTemplateMiner();
            return lines.All(l => miner.Add(l).TemplateId == miner.Add(l).TemplateId);
        }));

    [Fact]
    public void Add_LaterLines_DoNotChangeWhatWasReturnedBefore() =>
        Check.One(Config, Prop.ForAll(Lines, Lines, (first, later) =>
        {
            var alone = new LogTemplateMiner();
            var both = new LogTemplateMiner();
            var expected = first.Select(l => alone.Add(l)).ToList();
            var actual = first.Concat(later).Select(l => both.Add(l)).Take(first.Count).ToList();
            return expected.SequenceEqual(actual);
        }));

    [Fact]
    public void Save_AtAnyPoint_GoesOnAsIfNothingHappened() =>
        Check.One(Config, Prop.ForAll(Lines, Lines, (first, later) =>
        {
            var whole = new LogTemplateMiner();
            foreach (var line in first)
                whole.Add(line);
            var json = JsonSerializer.Serialize(whole.Save());
            var restored = new LogTemplateMiner(JsonSerializer.Deserialize<LogTemplateMinerState>(json)!);
            return later.Concat(first).All(l => whole.Add(l) == restored.Add(l))
                && JsonSerializer.Serialize(whole.Save()) == JsonSerializer.Serialize(restored.Save());
        }));

    [Fact]
    public void Add_MinersSideBySide_DoNotKnowOfEachOther() =>
        Check.One(Config, Prop.ForAll(Lines, Lines, (a, b) =>
        {
            var (alone, left, right) = (new LogTemplateMiner(), new LogTemplateMiner(), new LogTemplateMiner());
            foreach (var line in b)
                right.Add(line);
            return a.All(l => alone.Add(l) == left.Add(l));
        }));
}
