using System.Globalization;
using System.Security;
using System.Text;

namespace Landfall.Evaluation;

/// <summary>Writes small drawings: the same input gives the same bytes.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _text = new();

    /// <param name="width">The drawing's width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    /// <param name="title">What it shows, in words.</param>
    public SvgWriter(int width, int height, string title)
    {
        _text.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" font-size=\"11\">\n");
        _text.Append($"<title>{SecurityElement.Escape(title)}</title>\n");
        _text.Append(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n");
    }

    public void Text(double x, double y, string text, string anchor = "start", string fill = "#333") =>
        _text.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" fill=\"{fill}\">{SecurityElement.Escape(text)}</text>\n");

    public void Box(double x, double y, double width, double height, string fill) =>
        _text.Append(CultureInfo.InvariantCulture,
            $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" fill=\"{fill}\"/>\n");

    public void Line(double x1, double y1, double x2, double y2, string stroke) =>
        _text.Append(CultureInfo.InvariantCulture,
            $"<path d=\"M{x1:0.#} {y1:0.#}L{x2:0.#} {y2:0.#}\" stroke=\"{stroke}\"/>\n");

    public void Curve(IEnumerable<(double X, double Y)> points, string stroke)
    {
        _text.Append("<path d=\"");
        var first = true;
        foreach (var (x, y) in points)
        {
            _text.Append(CultureInfo.InvariantCulture, $"{(first ? 'M' : 'L')}{x:0.#} {y:0.#}");
            first = false;
        }

        _text.Append($"\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"0.8\"/>\n");
    }

    /// <summary>The whole drawing.</summary>
    public override string ToString() => _text + "</svg>\n";
}
