using System.Text.Json.Nodes;
using Landfall.Config.Tree;
using Landfall.Operations.Editing;
using Landfall.Operations.Security;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Tests.Editing;

public sealed class EditorTests
{
    [Theory]
    [InlineData("a: 1 # one\nb: 2\n", "a", "a: 9 # one\nb: 2\n")]
    [InlineData("a: 1\n# end\n", "c", "a: 1\nc: 9\n# end\n")]
    [InlineData("a: 1", "c.d", "a: 1\nc:\n  d: 9")]
    [InlineData("a:\n  - x # last\nb: 2\n", "c", "a:\n  - x # last\nb: 2\nc: 9\n")]
    [InlineData("a:\n    b: 1   # deep\n\nz: 0\n", "a.c", "a:\n    b: 1   # deep\n    c: 9\n\nz: 0\n")]
    [InlineData("a: { b: 1 }\n", "a.c", "a: { b: 1, c: 9 }\n")]
    [InlineData("a: {}\n", "a.c", "a: { c: 9 }\n")]
    [InlineData("a:\nb: 2\n", "a.c", "a:\n  c: 9\nb: 2\n")]
    [InlineData("a: |\n  text\n  # text too\nb: 2\n", "a", "a: 9\nb: 2\n")]
    [InlineData("a: |\n  text\n\n", "c", "a: |\n  text\nc: 9\n\n")]
    [InlineData("{\n\t\"a\": {\n\t\t\"b\": \"x\"\n\t}\n}\n", "a.c", "{\n\t\"a\": {\n\t\t\"b\": \"x\",\n\t\t\"c\": 9\n\t}\n}\n")]
    [InlineData("{\"a\": 1}", "c.d", "{\"a\": 1, \"c\": { \"d\": 9 }}")]
    public void Apply_SetValue_ChangesThatAlone(string text, string path, string expected) => Assert.Equal(expected, Apply(text, root => new SetValue(root, path, 9)));

    [Theory]
    [InlineData("a: &x { b: 1 }\nc: *x\n", "c.d")]
    [InlineData("a: text\n", "a.b")]
    [InlineData("a: [1]\n", "a.b")]
    public void Apply_SetValueBelowWhatIsNoMapping_IsRefused(string text, string path) => Assert.Null(Apply(text, root => new SetValue(root, path, 9)));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("true", "\"true\"")]
    [InlineData("5", "\"5\"")]
    [InlineData("x: y", "\"x: y\"")]
    [InlineData("{{resolve:secretsmanager:a/b}}", "\"{{resolve:secretsmanager:a/b}}\"")]
    [InlineData("a\"b", "\"a\\\"b\"")]
    public void Apply_SetText_IsQuotedWhereYamlNeedsIt(string value, string written)
    {
        var text = Apply("a: 1\n", root => new SetValue(root, "a", value));

        Assert.Equal($"a: {written}\n", text);
        Assert.Equal(value, Read(text!).TextAt("a"));
    }

    [Theory]
    [InlineData("a: 1\nb: 2 # two\nc: 3\n", "b", "a: 1\nc: 3\n")]
    [InlineData("a: 1\nb:\n  x: 1\n  y: 2\n# c\n", "b", "a: 1\n# c\n")]
    [InlineData("a: 1\nb: 2", "b", "a: 1")]
    [InlineData("{ a: 1, b: 2 }\n", "b", "{ a: 1 }\n")]
    [InlineData("{ a: 1, b: 2 }\n", "a", "{ b: 2 }\n")]
    public void Apply_RemoveEntry_TakesItOut(string text, string key, string expected) => Assert.Equal(expected, Apply(text, root => new RemoveEntry(root, key)));

    [Theory]
    [InlineData("a:\n  - x\n  - y # why\nb: 1\n", 1, "a:\n  - x\nb: 1\n")]
    [InlineData("a:\n- x\n- y\n", 0, "a:\n- y\n")]
    [InlineData("a: [x, y]\n", 0, "a: [y]\n")]
    [InlineData("a: [x]\n", 0, "a: []\n")]
    [InlineData("a:\n  - x\nb: 1\n", 0, "a:\n  []\nb: 1\n")]
    public void Apply_RemoveItem_TakesItOut(string text, int index, string expected) => Assert.Equal(expected, Apply(text, root => new RemoveItem((ListNode)root.At("a")!, index)));

    [Theory]
    [InlineData("a:\n  - x # one\nb: 1\n", "a:\n  - x # one\n  - k: 1\n    m: 2\nb: 1\n")]
    [InlineData("a: [x]\n", "a: [x, { k: 1, m: 2 }]\n")]
    [InlineData("a: []\n", "a: [{ k: 1, m: 2 }]\n")]
    public void Apply_AddItem_AddsAtTheEnd(string text, string expected) =>
        Assert.Equal(expected, Apply(text, root => new AddItem((ListNode)root.At("a")!, new JsonObject { ["k"] = 1, ["m"] = 2 })));

    [Fact]
    public void Apply_EditsInEachOthersWay_IsRefused() =>
        Assert.Null(Editor.Apply("a: 1\n", [new SetValue(Read("a: 1\n"), "a", 2), new SetValue(Read("a: 1\n"), "a", 3)], isTree: true));

    private static string? Apply(string text, Func<MapNode, Edit> edit) => Editor.Apply(text, [edit(Read(text))], isTree: true);

    private static MapNode Read(string text) => (MapNode)Assert.Single(ForeignTree.Read(new SourceFile("a.yaml", text)).Documents);
}
