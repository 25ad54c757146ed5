using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>Builds the tree of activities from the numbers of spending plan rows: 2.1 is a child of 2.</summary>
internal sealed partial class ActivityTree
{
    private const int Deepest = 8;

    private readonly List<Draft> roots = [];

    /// <summary>The activity that rows with a bullet belong to.</summary>
    private Draft? lastNumbered;

    /// <summary>The activity that rows with letters belong to; null if letters came before all numbers.</summary>
    private Draft? aboveLetters;

    private bool lettersAreRoots;

    /// <summary>The row that was added last.</summary>
    public Draft? Last { get; private set; }

    /// <param name="number">The cell with the number, if the number is not in the cell with the name.</param>
    public void Add(Cell name, Cell? number, CellAmount?[] amounts)
    {
        var text = name.Flat;
        var marker = number is null
            ? name.Marker
            : Marker.At($"{NumberIn(number) ?? number.Flat.TrimEnd('.', ' ')}. ก");
        if (number is null && marker is not null)
            text = text[marker.Length..].Trim();
        if (Numbered().Match(ThaiNumber.ToArabicDigits(text)) is { Success: true } words)
        {
            marker = Marker.At($"{words.Groups["number"].Value}. ก");
            text = text[words.Length..].Trim(' ', ':');
        }

        if (marker?.Number is null && amounts.All(amount => amount is null) && Last is not null && marker is null)
        {
            Last.Name.Append(text, name);
            if (!name.Row.AfterPageBreak)
                name.Question(ExpectedValue.Nothing);
            return;
        }

        var (own, subs) = SplitSubs(text, marker, amounts.Any(amount => amount is not null));
        Draft? draft = null;
        if (own.Length > 0 || subs.Count == 0)
        {
            draft = new Draft(marker, new Passage(own, name)) { Amounts = amounts, NumberCell = number };
            Place(draft);
        }

        foreach (var (sub, subText) in subs)
            Place(new Draft(sub, new Passage(subText, name)));
        if (draft is not null)
            Last = draft;
        if (marker is not null)
            number?.Use(number.Flat);
    }

    /// <summary>The number of a cell that has nothing but the number of an activity: "กิจกรรมที่ 1"; null if it has more.</summary>
    public static string? NumberIn(Cell cell) =>
        ThaiNumber.ToArabicDigits(cell.Flat) is var text
        && Numbered().Match(text) is { Success: true } words
        && words.Length == text.Length
            ? words.Groups["number"].Value
            : null;

    /// <summary>Adds a row that only names the activities below it.</summary>
    public void AddGroup(Cell name)
    {
        name.Use();
        if (Terms.Are(Concept.ActivityLabel, name.Flat))
            return;
        var marker = name.Marker;
        var text = name.Flat[(marker?.Length ?? 0)..].Trim();
        if (Numbered().Match(ThaiNumber.ToArabicDigits(text)) is { Success: true } words)
        {
            marker = Marker.At($"{words.Groups["number"].Value}. ก");
            text = text[words.Length..].Trim();
        }

        Last = lastNumbered = new Draft(marker, new Passage(text, name)) { IsGroup = true };
        roots.Add(Last);
    }

    /// <summary>
    /// The activities with those of each group below it, if their numbers start anew; otherwise in one list.
    /// </summary>
    private List<Draft> Grouped()
    {
        var hasNumber = false;
        var startsAnew = false;
        var group = false;
        foreach (var draft in roots)
        {
            if (draft.IsGroup)
                (group, hasNumber) = (true, hasNumber || draft.Marker is { Depth: 1 });
            else if (draft.Marker is { Depth: 1 } marker)
            {
                startsAnew |= group && hasNumber && marker.Parts[0] == 1;
                (group, hasNumber) = (false, true);
            }
        }

        if (!startsAnew)
            return roots;
        var grouped = new List<Draft>();
        foreach (var draft in roots)
        {
            if (!draft.IsGroup && grouped.Count > 0 && grouped[^1].IsGroup)
                grouped[^1].Children.Add(draft);
            else
                grouped.Add(draft);
        }

        return grouped;
    }

    /// <summary>Recognises parts that are listed in their activity's cell: "… ดังนี้ ๑.๑ … ๑.๒ …".</summary>
    private static (string Own, List<(Marker Marker, string Text)> Subs) SplitSubs(
        string text,
        Marker? marker,
        bool hasAmounts
    )
    {
        if (marker is { Depth: > 1 } && !hasAmounts)
            return ("", SplitSiblings(text, marker));
        if (marker is not { Depth: 1 })
            return (text, []);
        var items = InlineItems.Of(text, Marker.At($"{marker.Number}.0 ก"));
        if (items.Count < 2 || items[0].Marker is not null)
            return (text, []);
        var subs = items.Skip(1).Where(item => item.Marker is { Number: not null }).ToList();
        return subs.Count == items.Count - 1 && subs.TrueForAll(item => item.Marker!.IsBelow(marker))
            ? (items[0].Text, [.. subs.Select(item => (item.Marker!, item.Text))])
            : (text, []);
    }

    /// <summary>Recognises parts that continue in a separate cell: "๑.๔ … ๑.๕ …".</summary>
    private static List<(Marker Marker, string Text)> SplitSiblings(string text, Marker marker)
    {
        var items = InlineItems.Of(text, marker);
        var first = items[0].Marker is null ? items[0].Text : "";
        return
        [
            (marker, first),
            .. items.Skip(first.Length > 0 ? 1 : 0).Select(item => (item.Marker ?? marker, item.Text)),
        ];
    }

    private void Place(Draft draft)
    {
        var siblings = roots;
        if (draft.Marker is { Depth: > 1 } marker)
        {
            for (var depth = 1; depth < Math.Min(marker.Depth, Deepest); depth++)
            {
                var parts = marker.Parts.Take(depth);
                var parent = siblings.FindLast(one => one.Marker is { } other && other.Parts.SequenceEqual(parts));
                if (parent is null)
                    break;
                siblings = parent.Children;
            }
        }
        else if (draft.Marker is { IsBullet: true } && lastNumbered is not null)
        {
            siblings = lastNumbered.Children;
        }
        else if (draft.Marker is { IsBullet: false, Depth: 0 } && draft.Amounts.Any(amount => amount is not null))
        {
            lettersAreRoots |= aboveLetters is null;
            siblings = lettersAreRoots ? roots : aboveLetters!.Children;
        }

        if (draft.Marker?.Number is not null)
            lastNumbered = draft;
        if (draft.Marker is { Depth: > 0 })
            aboveLetters = draft;
        siblings.Add(draft);
        Last = draft;
    }

    /// <summary>The number of activities that are no parts of others: "รวม 2 กิจกรรม".</summary>
    public int Count => roots.Count(draft => !draft.IsGroup);

    public IReadOnlyList<ActivityDocument> Documents(SourceMap sources) => Documents(Grouped(), sources);

    private static List<ActivityDocument> Documents(List<Draft> drafts, SourceMap sources)
    {
        var documents = new List<ActivityDocument>();
        foreach (var draft in drafts.Where(draft => !draft.Name.IsEmpty))
        {
            var place = draft.IsGroup ? "-" : (documents.Count + 1).ToString(CultureInfo.InvariantCulture);
            var amounts = draft.Amounts.Select(amount => amount?.Value).ToList();
            var document = new ActivityDocument(
                draft.Marker?.Number ?? place,
                Limits.Name(draft.Name.Text),
                amounts[0],
                amounts[1],
                amounts[2],
                amounts[3],
                amounts[4]
            )
            {
                SubActivities = Documents(draft.Children, sources),
            }.At(sources, draft.Name);
            foreach (var (member, amount) in SpendingTable.MemberNames.Zip(draft.Amounts))
            {
                if (amount is not null)
                    document.At(sources, amount.Cells, member);
            }

            documents.Add(document);
        }

        return documents;
    }

    internal sealed record Draft(Marker? Marker, Passage Name)
    {
        public CellAmount?[] Amounts { get; set; } = new CellAmount?[SpendingTable.MemberNames.Count];

        public Cell? NumberCell { get; init; }

        /// <summary>Whether the row only names the ones below it.</summary>
        public bool IsGroup { get; init; }

        public List<Draft> Children { get; } = [];

        /// <summary>Adds the amounts of further columns.</summary>
        public void Add(CellAmount?[] more, Cell name)
        {
            name.Use(Name.Text);
            Amounts = [.. Amounts.Zip(more, CellAmount.Both)];
        }
    }

    [GeneratedRegex(
        @"^กิจกรรม(หลัก)?(ที่)?\s*(?<number>[0-9]{1,2}(\.[0-9]{1,2})*)(?![0-9])\s*[.:]?\s*",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Numbered();
}
