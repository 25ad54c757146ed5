using System.Globalization;
using System.Text;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Rtf;

/// <summary>
/// Reads the text of a rich text file: groups in braces, control words, and letters as \u, as \'xx of a code page, or as
/// they are. What is not printed in the text (fonts, styles, pictures, headers, deleted text) is left out; footnotes
/// follow at the end, and hidden text is reported.
/// </summary>
internal sealed class RtfReader(ReadOnlyMemory<byte> content)
{
    private const int Deepest = 200;
    private const int Thai = 874;
    private const int ThaiCharset = 222;

    private static readonly HashSet<string> LeftOut =
    [
        .. "colortbl stylesheet info pict object fldinst header headerl headerr headerf footer footerl footerr footerf".Split(
            ' '
        ),
        .. "filetbl listtable revtbl xmlnstbl themedata datastore nonshppict bkmkstart bkmkend annotation atnid atnauthor".Split(
            ' '
        ),
    ];

    private static readonly Dictionary<string, string> Signs =
        "tab:\t|line:\n|nestcell:\n|emdash:—|endash:–|bullet:•|lquote:‘|rquote:’|ldblquote:“|rdblquote:”"
            .Split('|')
            .Select(sign => sign.Split(':'))
            .ToDictionary(sign => sign[0], sign => sign[1]);

    private readonly Stack<State> outer = new();
    private readonly Dictionary<int, int> codePages = [];
    private readonly StringBuilder text = new();
    private readonly StringBuilder note = new();
    private readonly StringBuilder hidden = new();
    private readonly List<string> notes = [];
    private readonly List<byte> pending = [];
    private readonly List<string> cells = [];
    private readonly RtfTable table = new();
    private State state = new(Thai, 0, 1, false, false, false, false, false, false);
    private bool wasRow;
    private int at;
    private int skip;
    private int usual = Thai;

    public FormRows Rows { get; } = new();

    /// <summary>Reads the file; returns why it cannot be read, or null.</summary>
    public LocalText? Read(CancellationToken cancellationToken)
    {
        while (at < content.Length && !Rows.IsRefused)
        {
            if ((at & 0xFFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var letter = (char)content.Span[at++];
            if (letter == '{')
                outer.Push(state);
            else if (letter == '}' && outer.TryPop(out var before))
                state = Flushed(before);
            else if (letter == '\\')
                Control();
            else if (letter is not ('\r' or '\n' or '}' or '\0'))
                Byte((byte)letter);
            if (outer.Count > Deepest)
                return new(
                    $"is a rich text file (.rtf) with more than {Deepest} groups within each other.",
                    $"เป็นไฟล์ .rtf ที่มีกลุ่มซ้อนกันเกิน {Deepest} ชั้น"
                );
            if (outer.Count == 0)
                break;
        }

        EndParagraph();
        EndRow();
        EndTable();
        EndNotes();
        return outer.Count == 0 || Rows.IsRefused
            ? null
            : new(
                "is a rich text file (.rtf) that is cut off; save it again.",
                "เป็นไฟล์ .rtf ที่ไม่ครบถ้วน โปรดบันทึกใหม่"
            );
    }

    private void Control()
    {
        if (at >= content.Length)
            return;
        var first = (char)content.Span[at];
        if (!char.IsAsciiLetter(first))
        {
            at++;
            Symbol(first);
            return;
        }

        var start = at;
        while (at < content.Length && at - start < 40 && char.IsAsciiLetter((char)content.Span[at]))
            at++;
        var word = Encoding.ASCII.GetString(content.Span[start..at]);
        start = at;
        if (at < content.Length && content.Span[at] == '-')
            at++;
        while (at < content.Length && at - start < 11 && char.IsAsciiDigit((char)content.Span[at]))
            at++;
        int? number = int.TryParse(content.Span[start..at], CultureInfo.InvariantCulture, out var value) ? value : null;
        if (at < content.Length && content.Span[at] == ' ')
            at++;
        Word(word, number);
    }

    private void Symbol(char symbol)
    {
        switch (symbol)
        {
            case '\''
                when at + 2 <= content.Length
                    && byte.TryParse(content.Span.Slice(at, 2), NumberStyles.HexNumber, null, out var code):
                at += 2;
                Byte(code);
                break;
            case '*':
                state.Skipped = true;
                break;
            case '\\' or '{' or '}':
                Byte((byte)symbol);
                break;
            case '~' or '_':
                Letters(symbol == '~' ? " " : "-");
                break;
            case '\r' or '\n':
                Word("par", null);
                break;
        }
    }

    private void Word(string word, int? number)
    {
        if (Signs.TryGetValue(word, out var sign))
            Letters(sign);
        else if (LeftOut.Contains(word))
            state.Skipped = true;
        else if (word == "footnote")
            (state.InNote, state.InTable) = (true, false);
        else if (word == "u" && number is { } code)
        {
            Letters(((char)code).ToString());
            skip = state.AfterUnicode;
        }
        else if (word == "bin")
            at = (int)Math.Min(content.Length, (long)at + Math.Max(0, number ?? 0));
        else if (!state.Skipped && word is "par" or "sect" or "page" or "cell" or "row" or "nestrow")
            End(word);
        else
            Format(word, number);
    }

    private void Format(string word, int? number)
    {
        switch (word)
        {
            case "uc":
                state.AfterUnicode = Math.Clamp(number ?? 1, 0, 16);
                break;
            case "v" or "plain":
                Flush();
                state.Hidden = number != 0 && word != "plain";
                break;
            case "deleted":
                Flush();
                state.Deleted = number != 0;
                break;
            // A raised number is not a part of the number before it.
            case "super" or "sub" when number != 0:
                Flush();
                if (text.Length > 0 && char.IsDigit(text[^1]) && !state.InNote)
                    text.Append(' ');
                break;
            case "trowd" when !state.Skipped:
                table.Define();
                break;
            case "trleft" when !state.Skipped:
                table.Left = number ?? 0;
                break;
            case "cellx" when !state.Skipped:
                table.Edge(number ?? 0);
                break;
            case "ansicpg":
                usual = state.CodePage = number is > 0 and not 65001 ? number.Value : Thai;
                break;
            case "fonttbl":
                state.InFonts = state.Skipped = true;
                break;
            case "f":
                Flush();
                state.Font = number ?? 0;
                state.CodePage = codePages.GetValueOrDefault(state.Font, usual);
                break;
            case "fcharset" when state.InFonts && codePages.Count < 10_000:
                codePages[state.Font] = number == ThaiCharset ? Thai : usual;
                break;
            case "pard" or "intbl":
                state.InTable = word == "intbl";
                break;
        }
    }

    private void End(string what)
    {
        Flush();
        EndHidden();
        if (state.InNote)
        {
            note.Append(' ');
        }
        else if (what == "cell")
        {
            if (cells.Count == 0 && !wasRow)
                Rows.Gap();
            cells.Add(text.ToString().Trim('\n'));
            text.Clear();
        }
        else if (what == "row")
        {
            EndRow();
        }
        else if (what == "nestrow" || state.InTable)
        {
            text.Append('\n');
        }
        else
        {
            EndParagraph();
        }
    }

    private void EndParagraph()
    {
        Flush();
        EndHidden();
        EndTable();
        Rows.Paragraph(text.ToString());
        text.Clear();
    }

    private void EndRow()
    {
        table.Add([.. cells]);
        wasRow |= cells.Count > 0;
        cells.Clear();
    }

    private void EndTable()
    {
        foreach (var row in table.Take())
            Rows.TableRow([.. row.Select(cell => (cell, default(FormPlace)))]);
        if (wasRow)
            Rows.Gap();
        wasRow = false;
    }

    private void EndHidden()
    {
        if (hidden.Length > 0)
            Rows.Hidden(hidden.ToString().Trim(), default);
        hidden.Clear();
    }

    /// <summary>The footnotes, in a section at the end.</summary>
    private void EndNotes()
    {
        if (notes.Count == 0)
            return;
        Rows.Gap();
        Rows.Paragraph("เชิงอรรถ");
        Rows.Gap();
        foreach (var one in notes)
            Rows.Paragraph(one);
    }

    /// <summary>A letter of the code page; those after a \u only repeat it for programs that do not know it.</summary>
    private void Byte(byte code)
    {
        if (skip > 0)
            skip--;
        else if (!state.Skipped && !state.Deleted)
            pending.Add(code);
    }

    private void Letters(string letters)
    {
        Flush();
        if (!state.Skipped && !state.Deleted)
            Target.Append(letters);
    }

    private StringBuilder Target =>
        state.Hidden ? hidden
        : state.InNote ? note
        : text;

    private State Flushed(State next)
    {
        Flush();
        if (state.InNote && !next.InNote && note.ToString().Trim() is { Length: > 0 } whole)
        {
            notes.Add(whole);
            note.Clear();
        }

        return next;
    }

    private void Flush()
    {
        skip = 0;
        if (pending.Count == 0)
            return;
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(state.CodePage) ?? Encoding.Latin1;
        Target.Append(encoding.GetString([.. pending]));
        pending.Clear();
    }

    private record struct State(
        int CodePage,
        int Font,
        int AfterUnicode,
        bool Skipped,
        bool Hidden,
        bool Deleted,
        bool InNote,
        bool InTable,
        bool InFonts
    );
}
