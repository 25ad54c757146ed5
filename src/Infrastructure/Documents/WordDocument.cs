using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TeacherDevPlan.Infrastructure.Documents;

/// <summary>Writes a Word document (.docx) in Thai, on A4 across, with headings that Word lists in its navigation.</summary>
public static class WordDocument
{
    private const string Font = "TH Sarabun New";

    /// <summary>In half points, by the level of the heading; 0 is the text.</summary>
    private static readonly int[] Sizes = [30, 40, 36, 32, 30];

    public static byte[] Of(IEnumerable<PrintedPart> parts)
    {
        using var output = new MemoryStream();
        using (var document = WordprocessingDocument.Create(output, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = AllStyles();
            main.Document = new Document(
                new Body([
                    .. parts.SelectMany(Written),
                    new SectionProperties(
                        new PageSize
                        {
                            Width = 16838,
                            Height = 11906,
                            Orient = PageOrientationValues.Landscape,
                        },
                        new PageMargin
                        {
                            Top = 1134,
                            Right = 1134U,
                            Bottom = 1134,
                            Left = 1134U,
                            Header = 567U,
                            Footer = 567U,
                            Gutter = 0U,
                        }
                    ),
                ])
            );
        }

        return output.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Written(PrintedPart part) =>
        part switch
        {
            PrintedPart.Heading heading => [TextOf(heading.Text, $"Heading{heading.Level}", JustificationValues.Left)],
            PrintedPart.Paragraph paragraph => paragraph
                .Text.Split('\n')
                .Select(line => TextOf(line, null, JustificationValues.Left)),
            // Word puts two tables together that nothing separates.
            PrintedPart.Table table => [TableOf(table), new Paragraph()],
            _ => throw new ArgumentOutOfRangeException(nameof(part)),
        };

    private static Paragraph TextOf(string text, string? style, JustificationValues side)
    {
        var properties = new ParagraphProperties();
        if (style is not null)
            properties.ParagraphStyleId = new ParagraphStyleId { Val = style };
        properties.Justification = new Justification { Val = side };
        return new Paragraph(
            properties,
            new Run(new Text(XmlText.Safe(text)) { Space = SpaceProcessingModeValues.Preserve })
        );
    }

    private static Table TableOf(PrintedPart.Table table) =>
        new([
            new TableProperties(
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableBorders(
                    Line<TopBorder>(),
                    Line<LeftBorder>(),
                    Line<BottomBorder>(),
                    Line<RightBorder>(),
                    Line<InsideHorizontalBorder>(),
                    Line<InsideVerticalBorder>()
                )
            ),
            new TableGrid(table.Header.Select(_ => new GridColumn())),
            RowOf(table.Header, table.FirstNumber, isHeader: true),
            .. table.Rows.Select(row => RowOf(row, table.FirstNumber, isHeader: false)),
        ]);

    private static TableRow RowOf(IReadOnlyList<string> cells, int firstNumber, bool isHeader)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHeader)
            properties.Append(new TableHeader());
        return new TableRow([
            properties,
            .. cells.Select(
                (text, index) =>
                    new TableCell(
                        text.Split('\n')
                            .Select(line =>
                                TextOf(
                                    line,
                                    null,
                                    isHeader ? JustificationValues.Center
                                        : index >= firstNumber ? JustificationValues.Right
                                        : JustificationValues.Left
                                )
                            )
                    )
            ),
        ]);
    }

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4 };

    private static Styles AllStyles() =>
        new([
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(Look(0))),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "0", After = "60" })
                )
            ),
            .. Enumerable
                .Range(1, Sizes.Length - 1)
                .Select(level => new Style(
                    new StyleName { Val = $"heading {level}" },
                    new StyleParagraphProperties(
                        new KeepNext(),
                        new SpacingBetweenLines { Before = "200", After = "80" },
                        new OutlineLevel { Val = level - 1 }
                    ),
                    new StyleRunProperties(Look(level))
                )
                {
                    Type = StyleValues.Paragraph,
                    StyleId = $"Heading{level}",
                }),
        ]);

    /// <summary>The font in the order that the format prescribes; complex scripts, such as Thai, have a size of their own.</summary>
    private static OpenXmlElement[] Look(int level)
    {
        var size = Sizes[level].ToString(CultureInfo.InvariantCulture);
        RunFonts font = new()
        {
            Ascii = Font,
            HighAnsi = Font,
            ComplexScript = Font,
        };
        OpenXmlElement[] sizes =
        [
            new FontSize { Val = size },
            new FontSizeComplexScript { Val = size },
            new Languages { Val = "th-TH", Bidi = "th-TH" },
        ];
        return level == 0 ? [font, .. sizes] : [font, new Bold(), new BoldComplexScript(), .. sizes];
    }
}
