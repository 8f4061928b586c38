// The data of the portal, asked for once and only when somebody needs them.

// store gives a function that loads a file the first time it is called. Its
// promise fails where there is no such file or one of another format.
export function store(url, format = 1) {
	let loaded;
	return () => loaded ??= load(url, format);
}

async function load(url, format) {
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

// later gives a function that calls another once typing has paused.
export function later(call, pause = 180) {
	let timer;
	return () => {
		clearTimeout(timer);
		timer = setTimeout(call, pause);
	};
}
