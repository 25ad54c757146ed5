using AngleSharp.Dom;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;

namespace TeacherDevPlan.Infrastructure.Importing.Forms;

/// <summary>
/// Refuses an HTML file whose elements are nested too deep, while they are parsed: what stands in comments, scripts and
/// attributes makes no elements.
/// </summary>
internal sealed class HtmlNesting
{
    /// <summary>Deeper elements are put beside each other by the parser, which has a limit of its own.</summary>
    public const int MaxDepth = 500;

    private readonly Dictionary<INode, int> depths = new(ReferenceEqualityComparer.Instance);
    private IElement? last;

    /// <summary>Called for each element before it has a parent; the one before it has its parent by then.</summary>
    /// <exception cref="RefusedFormException">The element before is too deep.</exception>
    public void Add(IElement created)
    {
        if (last?.Parent is { } parent)
        {
            var depth = depths.GetValueOrDefault(parent) + 1;
            if (depth > MaxDepth)
                throw new RefusedFormException(
                    $"nests its contents deeper than {MaxDepth} levels.",
                    $"มีเนื้อหาซ้อนกันลึกกว่า {MaxDepth} ชั้น"
                );
            depths[last] = depth;
        }

        last = created;
    }
}
