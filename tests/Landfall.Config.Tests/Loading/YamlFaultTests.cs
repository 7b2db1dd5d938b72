using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Loading;

public class YamlFaultTests
{
    [Theory]
    [InlineData("environments: [dev\nservices:\n  api:\n    type: web\n", "1:15", "This '[' is never closed. Write ']'")]
    [InlineData("environments: { dev: {}\nservices:\n  api:\n    type: web\n", "1:15", "This '{' is never closed. Write '}'")]
    [InlineData("a: { b: [c }\n", "1:9", "This '[' is not closed before the '}' on line 1")]
    [InlineData("a: |\n  [ not\nb: \"[\" # [\nc: [d\n", "4:4", "This '[' is never closed")]
    [InlineData("a: { b: {} }}\n", "1:13", "This '}' closes nothing")]
    [InlineData("a: 1\nservices:\n\tapi:\n\t\ttype: web\n", "3:1", "indented with a tab")]
    [InlineData("services:\n  api:\n    type: web\n\t  image: x\n", "4:1", "indented with a tab")]
    [InlineData("a: \"shop\nb: c\n", "1:4", "The quote \" that opens here is not closed")]
    [InlineData("a: 'shop\nb: c\n", "1:4", "The quote ' that opens here is not closed")]
    [InlineData("a: 'it's'\n", "1:8", "Text goes on behind a closing quote")]
    [InlineData("a: \"C:\\data\\shop\"\n", "1:7", "'\\d' is no escape")]
    [InlineData("a: \"\\t\\xZZ\"\n", "1:7", "'\\x' is no escape")]
    [InlineData("app: shop\n  region: eu-west-1\n", "2:3", "'region' is indented deeper than the key above it")]
    [InlineData("services:\n  api:\n    type: web\n   image: x\n", "4:4", "indentation fits no line above it")]
    [InlineData("app:shop\nregion: eu-west-1\n", "1:5", "A space is missing behind 'app:'")]
    [InlineData("app: shop\nregion:eu-west-1\nx: 1\n", "2:8", "A space is missing behind 'region:'")]
    [InlineData("app: shop\nservices\n  api: 1\n", "2:1", "'services' is no key: a ':' is missing")]
    [InlineData("app: shop\nregion = eu\n", "2:1", "'region = eu' is no key: a ':' is missing")]
    [InlineData("a:\n-dev\n", "2:1", "A space is missing behind the '-'")]
    [InlineData("a:\n  - dev\n  prod: {}\n", "3:3", "no item of the list above it")]
    [InlineData("a: 1\n- dev\n", "2:1", "A list's item stands among keys")]
    [InlineData("a: note: this\n", "1:8", "A text with ': ' in it has to be in quotes")]
    [InlineData("a: @shop\n", "1:4", "A text cannot begin with '@'. Put it in quotes.")]
    [InlineData("a: *\n", "1:4", "A text cannot begin with '*'. Put it in quotes.")]
    [InlineData("a: [1,,2]\n", "1:7", "Something is missing or too much here")]
    [InlineData("a: 1\n<<<<<<< HEAD\nb: 2\n", "2:1", "merge conflict")]
    public void Explain_SyntaxMistake_NamesPlaceAndRemedy(string text, string place, string words)
    {
        var problem = Assert.Single(TestLoad.Problems(text));

        Assert.StartsWith($"landfall.yaml:{place} LF1007 ", problem, StringComparison.Ordinal);
        Assert.Contains(words, problem, StringComparison.Ordinal);
    }
}
