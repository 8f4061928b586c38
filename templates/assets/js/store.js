// Loads data, and waits.

// load returns a file of data. Its promise fails where there is no such file or one of
// another format.
export async function load(url, format = 1) {
	const answer = await fetch(url);
	if (!answer.ok) throw new Error(answer.status);
	const data = await answer.json();
	if (data.format !== format) throw new Error(data.format);
	return data;
}

// slowly calls a function if a promise takes longer than one notices.
export function slowly(promise, show) {
	const timer = setTimeout(show, 400);
	const stop = () => clearTimeout(timer);
	promise.then(stop, stop);
	return promise;
}

// later returns a function that calls another once typing has paused.
export function later(call, pause = 180) {
	let timer;
	return () => {
		clearTimeout(timer);
		timer = setTimeout(call, pause);
	};
}
