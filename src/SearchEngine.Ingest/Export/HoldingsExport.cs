using System.Globalization;
using System.Text;
using SearchEngine.Ingest.Store;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Reports.Model;

namespace SearchEngine.Ingest.Export;

/// <summary>馆藏清单: a line for every capture held, and the page that its address is.</summary>
public static class HoldingsExport
{
    private static readonly string[] Heading =
    [
        "网址", "文件", "取得时间（UTC）", "状态", "类型", "SHA-256", "归档文件", "偏移", "页面编号", "种类", "题名", "地区", "年度",
    ];

    /// <summary>Writes the list as CSV, one line in memory at a time.</summary>
    /// <param name="store">The store.</param>
    /// <param name="file">The file to write; replaced when it exists.</param>
    /// <param name="mark">True for a byte order mark, without which some spreadsheets take UTF-8 for something else.</param>
    /// <param name="cancellation">Stops between two lines.</param>
    /// <returns>Captures listed.</returns>
    public static int Csv(StoreFolder store, string file, bool mark, CancellationToken cancellation)
    {
        int captures = 0;
        OutputFile.Write(file, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(mark), leaveOpen: true);
            writer.Write(CsvLine.Of(Heading));
            foreach (HeldCapture held in new CatalogueListing(store.Catalogue).Captures())
            {
                cancellation.ThrowIfCancellationRequested();
                writer.Write(CsvLine.Of(Values(held)));
                captures++;
            }
        });
        return captures;
    }

    private static string?[] Values(HeldCapture held) =>
    [
        held.Capture.Url,
        held.FileName,
        held.Capture.FetchedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        held.Capture.Status == 0 ? "导入" : held.Capture.Status.ToString(CultureInfo.InvariantCulture),
        held.Capture.ContentType,
        held.Capture.Digest,
        held.Capture.WarcFile,
        held.Capture.WarcOffset.ToString(CultureInfo.InvariantCulture),
        held.PageId,
        held.Kind is { } kind ? Labels.Of(kind) : null,
        held.Title,
        held.Region,
        held.Year?.ToString(CultureInfo.InvariantCulture),
    ];
}
